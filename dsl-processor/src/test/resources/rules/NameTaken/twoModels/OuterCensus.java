import dev.espalier.dsl.*;

@SharedTrunk({8})
record OuterCensus(
    @Numeric float age,
    @TaskHead boolean rich) {}
