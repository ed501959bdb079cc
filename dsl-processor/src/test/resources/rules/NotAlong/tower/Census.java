import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Tokens(length = 16) String[] words,
    @TaskHead(along = "words", classes = 5, tower = Tower.class) int[] tag) {}

interface Tower {
  @Lstm(units = 8, last = true) Tensor out(Tensor in);
}
