import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Image(height = 16, width = 16) byte[] face,
    @TaskHead boolean rich) {}

interface Trunk {
  @MaxPool(2) Tensor pooled(Tensor face);

  @Add Tensor both(Tensor face, Tensor pooled);

  @GlobalMaxPool Tensor out(Tensor both);
}
