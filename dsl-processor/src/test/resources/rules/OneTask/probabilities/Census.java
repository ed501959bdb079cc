import dev.espalier.dsl.*;

@SharedTrunk({8})
@ConfidenceScheduling
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead float hours) {}
