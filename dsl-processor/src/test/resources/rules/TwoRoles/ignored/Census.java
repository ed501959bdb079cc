import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float pay,
    @Numeric
    @Ignored float age,
    @TaskHead boolean rich) {}
