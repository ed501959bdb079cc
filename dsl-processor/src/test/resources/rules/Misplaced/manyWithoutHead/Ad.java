import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Numeric float age,
    @TaskHead boolean click,
    @Focal @Given("click") @L2(0.1) boolean buy) {}
