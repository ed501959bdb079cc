import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Poll(
    @Numeric float age,
    @TaskHead boolean rich) {}
