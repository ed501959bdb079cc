import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 12) float[] x,
    @TaskHead boolean rich) {}

interface Trunk {
  @Reshape({4, 3}) Tensor four(Tensor in);

  @Block(network = Part.class) Tensor both(Tensor four, Tensor in);

  @GlobalMaxPool Tensor out(Tensor both);
}

interface Part {
  @Dense(4) Tensor first(Tensor in);
}
