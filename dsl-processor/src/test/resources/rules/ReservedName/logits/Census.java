import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead(tower = Tower.class) boolean rich) {}

interface Tower {
  @Dense(8) @Relu Tensor hidden(Tensor in);

  @Dense(1) Tensor logits(Tensor hidden);
}
