import dev.espalier.dsl.*;

@SharedTrunk(network = Census.Trunk.class)
record Census(
    @Tokens(length = 8, buckets = 9) String[] words,
    @Tokens(length = 8, buckets = 9) String[] query,
    @TaskHead boolean good) {
  interface Trunk {
    @Gru(units = 3, last = true)
    Tensor out(Tensor words, Tensor query);
  }
}
