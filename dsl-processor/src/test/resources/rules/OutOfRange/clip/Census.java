import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric(clip = -4) float age,
    @TaskHead boolean rich) {}
