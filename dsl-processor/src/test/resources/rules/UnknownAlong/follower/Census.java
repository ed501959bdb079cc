import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Tokens(length = 16) String[] words,
    @Tokens(along = "words") String[] tags,
    @TaskHead(along = "tags", classes = 5) int[] tag) {}

interface Trunk {
  @Dense(8) Tensor out(Tensor words, Tensor tags);
}
