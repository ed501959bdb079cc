import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Numeric float age,
    @TaskHead float price,
    @TaskHead @NotAbove("price") boolean buy) {}
