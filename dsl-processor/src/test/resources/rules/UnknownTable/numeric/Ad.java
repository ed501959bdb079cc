import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Numeric int item,
    @Categorical(table = "item") int[] history,
    @TaskHead boolean click) {}
