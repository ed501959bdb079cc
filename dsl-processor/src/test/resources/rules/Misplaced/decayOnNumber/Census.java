import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @L2(1e-4) @Numeric float age,
    @TaskHead boolean rich) {}
