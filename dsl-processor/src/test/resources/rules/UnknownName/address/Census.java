import dev.espalier.dsl.*;

@SharedTrunk({8})
record Census(
    @Numeric float age,
    @TaskHead(tower = Tower.class) boolean rich) {}

interface Tower {
  @Dense(8) @Relu Tensor out(Tensor in, @From("trunk.hiden1") Tensor first);
}
