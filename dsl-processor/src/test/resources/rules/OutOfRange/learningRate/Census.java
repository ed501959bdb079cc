import dev.espalier.dsl.*;

@SharedTrunk({8})
@Adam(learningRate = 0)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}
