import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 243) float[] pixels,
    @TaskHead boolean rich) {}

interface Trunk {
  @Reshape({9, 9, 3}) Tensor picture(Tensor in);

  @Block(network = Part.class, units = 8, stride = 2) Tensor part(Tensor picture);

  @GlobalMaxPool Tensor out(Tensor part);
}

interface Part {
  @Conv2D(filters = Block.UNITS, stride = Block.STRIDE, padding = Padding.VALID)
  @Relu
  Tensor first(Tensor in);

  @Shortcut Tensor skip(Tensor in, Tensor first);

  @Add Tensor out(Tensor first, Tensor skip);
}
