import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Dense(8) Tensor wide(Tensor in);

  @Block(network = Part.class) Tensor out(Tensor wide);
}

interface Part {
  @Dense(8) Tensor first(Tensor in);

  @Add Tensor out(Tensor first, Tensor wide);
}
