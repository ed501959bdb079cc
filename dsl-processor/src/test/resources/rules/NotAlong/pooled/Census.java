import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Tokens(length = 16) String[] words,
    @TaskHead(along = "words", classes = 5) int[] tag) {}

interface Trunk {
  @GlobalMaxPool Tensor out(Tensor words);
}
