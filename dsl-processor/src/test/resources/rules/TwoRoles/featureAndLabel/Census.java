import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric @TaskHead float age,
    @Numeric float pay,
    @TaskHead boolean rich) {}
