import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric(fill = 40) float age,
    @TaskHead boolean rich) {}
