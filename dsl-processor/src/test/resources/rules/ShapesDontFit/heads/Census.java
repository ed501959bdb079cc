import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 12) float[] x,
    @TaskHead boolean rich) {}

interface Trunk {
  @Reshape({2, 6}) Tensor table(Tensor in);

  @SelfAttention Tensor attended(Tensor table);

  @GlobalAveragePool Tensor out(Tensor attended);
}
