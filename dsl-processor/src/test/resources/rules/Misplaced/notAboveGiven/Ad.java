import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Numeric float age,
    @TaskHead boolean click,
    @TaskHead @Given("click") boolean cart,
    @TaskHead @Given("cart") @NotAbove("click") boolean buy) {}
