import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Categorical float age,
    @TaskHead boolean rich) {}
