import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Categorical(pooling = Pooling.TOTAL) String work,
    @TaskHead boolean rich) {}
