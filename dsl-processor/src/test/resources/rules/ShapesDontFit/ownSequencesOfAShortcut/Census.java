import dev.espalier.dsl.*;

@SharedTrunk(network = Census.Trunk.class)
record Census(
    @Tokens(length = 8, buckets = 9) String[] words,
    @Tokens(length = 8, buckets = 9) String[] query,
    @TaskHead boolean good) {
  interface Trunk {
    @Shortcut
    Tensor both(Tensor words, Tensor query);

    @GlobalMaxPool
    Tensor out(Tensor both);
  }
}
