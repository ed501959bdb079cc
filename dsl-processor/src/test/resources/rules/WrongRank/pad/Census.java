import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 60) float[] pixels,
    @TaskHead boolean rich) {}

interface Trunk {
  @Reshape({4, 5, 3}) Tensor picture(Tensor in);

  @Pad({1, 1}) Tensor first(Tensor picture);

  @GlobalMaxPool Tensor out(Tensor first);
}
