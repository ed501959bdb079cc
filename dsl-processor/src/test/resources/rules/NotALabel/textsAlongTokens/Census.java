import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Tokens(length = 16) String[] words,
    @TaskHead(along = "words") String[] tags) {}

interface Trunk {
  @Dense(8) @Relu Tensor out(Tensor words);
}
