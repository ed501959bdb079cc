import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead(tower = Tower.class) boolean rich,
    @TaskHead(tower = Tower.class) boolean married) {}

interface Tower {
  @Dense(8) @Relu Tensor out(Tensor in, Tensor aeg);
}
