import dev.espalier.dsl.*;

@SharedTrunk(network = void.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}
