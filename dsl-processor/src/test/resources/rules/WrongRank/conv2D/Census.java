import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 60) float[] sound,
    @TaskHead boolean rich) {}

interface Trunk {
  @Reshape({12, 5}) Tensor mel(Tensor in);

  @Conv2D(filters = 8) @Relu Tensor first(Tensor mel);

  @GlobalMaxPool Tensor out(Tensor first);
}
