import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 12) float[] x,
    @TaskHead boolean rich) {}

interface Trunk {
  @Reshape({2, 3, 2}) Tensor picture(Tensor in);

  @SelfAttention(heads = 2) Tensor attended(Tensor picture);

  @GlobalAveragePool Tensor out(Tensor attended);
}
