import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric @Categorical int age,
    @TaskHead boolean rich) {}
