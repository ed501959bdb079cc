import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Tokens(length = 16) String[] words,
    @TaskHead(along = "words", classes = 5) int[] tag,
    @TaskHead boolean rich) {}

interface Trunk {
  @Dense(8) Tensor out(Tensor words);
}
