import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Numeric float age,
    @TaskHead @NotAbove("buy") boolean click,
    @TaskHead @Given("click") boolean buy) {}
