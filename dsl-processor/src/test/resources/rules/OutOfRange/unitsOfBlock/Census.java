import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Block(network = Part.class, units = 2) Tensor out(Tensor in);
}

interface Part {
  @Dense(Block.UNITS / 8) Tensor out(Tensor in);
}
