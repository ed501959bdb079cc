import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(@Tokens(length = 9, buckets = 4) float[] words, @TaskHead boolean rich) {}
