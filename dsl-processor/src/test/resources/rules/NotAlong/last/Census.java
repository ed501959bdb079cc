import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Tokens(length = 16) String[] words,
    @TaskHead(along = "words", classes = 5) int[] tag,
    @TaskHead(along = "words", classes = 3) int[] entity) {}

interface Trunk {
  @Gru(units = 8, last = true) Tensor read(Tensor words);

  @Dense(8) @Relu Tensor out(Tensor read);
}
