import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Categorical float item,
    @Categorical(table = "item") int[] seen,
    @TaskHead boolean click) {}
