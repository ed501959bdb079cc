import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Tokens(length = 16) String[] words,
    @Numeric float age,
    @TaskHead(along = "age", classes = 5) int[] tag) {}

interface Trunk {
  @Dense(8) Tensor out(Tensor words);
}
