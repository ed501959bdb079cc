import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Block(network = Part.class) Tensor out(Tensor in);
}

interface Part {
  @Dense(2 * Block.UNITS) @Relu Tensor wide(Tensor in);

  @Dense(Block.UNITS) Tensor out(Tensor wide);
}
