import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Image(height = 9, width = 9) byte[] face,
    @TaskHead boolean rich) {}

interface Trunk {
  @MaxPool(2) Tensor pooled(Tensor face);

  @Upsample(2) Tensor larger(Tensor pooled);

  @Concat Tensor both(Tensor face, Tensor larger);

  @GlobalMaxPool Tensor out(Tensor both);
}
