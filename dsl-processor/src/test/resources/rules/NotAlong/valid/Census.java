import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Tokens(length = 16) String[] words,
    @TaskHead(along = "words", classes = 5) int[] tag) {}

interface Trunk {
  @Conv1D(filters = 8, padding = Padding.VALID) @Relu Tensor out(Tensor words);
}
