import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Categorical(table = "history") int item,
    @Categorical(table = "item") int[] history,
    @TaskHead boolean click) {}
