import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 12) float[] x,
    @TaskHead boolean rich) {}

interface Trunk {
  @Reshape({4, 3}) Tensor four(Tensor in);

  @Reshape({6, 2}) Tensor six(Tensor in);

  @Concat Tensor both(Tensor four, Tensor six);

  @GlobalMaxPool Tensor out(Tensor both);
}
