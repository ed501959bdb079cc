import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Categorical(size = 100) int item,
    @Categorical(table = "item") int[] history,
    @Categorical(table = "history") int last,
    @TaskHead boolean click) {}
