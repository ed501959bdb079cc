import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @Numeric @Resampled float height,
    @TaskHead boolean rich) {}
