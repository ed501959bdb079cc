import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric(missing = Missing.CONSTANT, fill = 0.0 / 0.0) float age,
    @TaskHead boolean rich) {}
