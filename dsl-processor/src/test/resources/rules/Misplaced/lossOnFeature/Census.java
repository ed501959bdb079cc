import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric @Mae float age,
    @TaskHead boolean rich) {}
