import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 300) float[] pixels,
    @TaskHead boolean rich) {}

interface Trunk {
  @Reshape({10, 10, 3}) Tensor picture(Tensor in);

  @GlobalMaxPool Tensor pooled(Tensor picture);

  @Shortcut Tensor skip(Tensor picture, Tensor pooled);

  @Add Tensor out(Tensor pooled, Tensor skip);
}
