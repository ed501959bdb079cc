import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric(length = 3) float age,
    @TaskHead boolean rich) {}
