import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Categorical(buckets = 10, unknown = Unknown.REFUSED) String work,
    @TaskHead boolean rich) {}
