import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Categorical(vocabulary = 100, buckets = 10) String work,
    @TaskHead boolean rich) {}
