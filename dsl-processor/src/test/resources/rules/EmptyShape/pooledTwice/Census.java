import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 60) float[] pixels,
    @TaskHead boolean rich) {}

interface Trunk {
  @Reshape({10, 6}) Tensor line(Tensor in);

  @Block(network = Half.class, repeat = 4) Tensor small(Tensor line);

  @GlobalMaxPool Tensor out(Tensor small);
}

interface Half {
  @AveragePool(2) Tensor out(Tensor in);
}
