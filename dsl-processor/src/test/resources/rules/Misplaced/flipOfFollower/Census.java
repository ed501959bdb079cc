import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Image(height = 8, width = 8) @RandomFlip byte[] face,
    @Image(height = 8, width = 8, channels = 1, along = "face") @RandomFlip byte[] depth,
    @TaskHead boolean rich) {}

interface Trunk {
  @GlobalAveragePool Tensor a(Tensor face);
  @GlobalAveragePool Tensor b(Tensor depth);
  @Concat Tensor out(Tensor a, Tensor b);
}
