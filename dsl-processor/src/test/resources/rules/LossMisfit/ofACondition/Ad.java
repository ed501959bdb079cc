import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Numeric float age,
    @TaskHead @Focal float click,
    @TaskHead @Given("click") boolean buy) {}
