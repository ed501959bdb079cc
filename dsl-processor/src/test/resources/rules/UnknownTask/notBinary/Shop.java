import dev.espalier.dsl.*;

@SharedTrunk({8})
record Shop(
    @Numeric float age,
    @TaskHead float price,
    @TaskHead boolean click,
    @TaskHead @Given("prices") boolean buy) {}
