import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Categorical(size = 100) int item,
    @Categorical(size = 100, dimension = 4, table = "item") int[] history,
    @TaskHead boolean click) {}
