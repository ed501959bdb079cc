import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 60) float[] pixels,
    @TaskHead boolean rich) {}

interface Trunk {
  @Reshape({4, 5, 3}) Tensor picture(Tensor in);

  @Block(network = Half.class, units = 8, stride = 2) Tensor half(Tensor picture);

  @GlobalMaxPool Tensor out(Tensor half);
}

interface Half {
  @Conv2D(filters = Block.UNITS, stride = Block.STRIDE, dilation = 2) Tensor out(Tensor in);
}
