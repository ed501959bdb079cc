import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Categorical(size = 100) int item,
    @Categorical(table = "itme") int[] history,
    @TaskHead boolean click) {}
