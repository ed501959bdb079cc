import dev.espalier.dsl.*;

@SharedTrunk(network = Census.Trunk.class)
record Census(
    @Tokens(length = 8, buckets = 9) String[] words,
    @Tokens(length = 6, buckets = 9) String[] query,
    @TaskHead boolean good) {
  interface Trunk {
    @Gru(units = 3)
    Tensor read(Tensor query);

    @Add
    Tensor both(Tensor words, Tensor read);

    @GlobalMaxPool
    Tensor out(Tensor both);
  }
}
