import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Tokens(length = 16) String[] words,
    @TaskHead boolean rich,
    @TaskHead float pay,
    @TaskHead(classes = 3) int work) {}

interface Trunk {
  @Dense(8) Tensor out(Tensor words);
}
