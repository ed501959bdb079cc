import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Numeric @NotAbove("click") float age,
    @TaskHead boolean click) {}
