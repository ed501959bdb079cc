import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Tokens(length = 16) String[] words,
    @TaskHead(tower = Tower.class) boolean rich) {}

interface Tower {
  @Dense(8) Tensor out(Tensor in);
}
