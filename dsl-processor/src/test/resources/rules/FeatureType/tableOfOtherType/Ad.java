import dev.espalier.dsl.*;

@SharedTrunk({8})
record Ad(
    @Categorical int item,
    @Categorical(table = "item") String seen,
    @TaskHead boolean click) {}
