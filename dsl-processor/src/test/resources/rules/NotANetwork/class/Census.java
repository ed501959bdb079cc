import dev.espalier.dsl.*;

@SharedTrunk(network = String.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}
