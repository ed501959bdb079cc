import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Numeric float age,
    @TaskHead boolean click,
    @TaskHead @NotAbove(value = "click", strength = 0) boolean buy) {}
