import dev.espalier.dsl.*;

@SharedTrunk(network = Census.Trunk.class)
record Census(
    @Tokens(length = 8, buckets = 9) String[] words, @TaskHead(along = "words") Tag[] tags) {
  enum Tag {
    O,
    B_PERSON,
    PERSON,
    PLACE
  }

  interface Trunk {
    @Gru(units = 4)
    Tensor out(Tensor in);
  }
}
