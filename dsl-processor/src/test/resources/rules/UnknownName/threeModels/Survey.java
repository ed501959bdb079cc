import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Survey(
    @Numeric float age,
    @TaskHead boolean rich) {}
