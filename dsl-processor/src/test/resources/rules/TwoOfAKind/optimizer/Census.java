import dev.espalier.dsl.*;

@SharedTrunk({8})
@Adam
@Sgd(momentum = 0.9)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}
