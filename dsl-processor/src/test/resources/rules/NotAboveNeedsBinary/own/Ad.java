import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Numeric float age,
    @TaskHead boolean click,
    @TaskHead @NotAbove("click") float price) {}
