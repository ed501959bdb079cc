import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 12) float[] x,
    @TaskHead boolean rich) {}

interface Trunk {
  @Reshape({5, -1}) Tensor table(Tensor in);

  @GlobalAveragePool Tensor out(Tensor table);
}
