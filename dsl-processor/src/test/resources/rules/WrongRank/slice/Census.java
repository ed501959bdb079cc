import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 60) float[] pixels,
    @TaskHead boolean rich) {}

interface Trunk {
  @Reshape({4, 5, 3}) Tensor picture(Tensor in);

  @Slice(from = 1, axis = 4) Tensor first(Tensor picture);

  @GlobalMaxPool Tensor out(Tensor first);
}
