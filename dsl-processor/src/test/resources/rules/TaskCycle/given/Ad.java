import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Numeric float age,
    @TaskHead @Given("buy") boolean click,
    @TaskHead @Given("click") boolean buy) {}
