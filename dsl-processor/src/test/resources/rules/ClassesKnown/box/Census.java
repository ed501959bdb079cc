import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Image(height = 8, width = 8) byte[] face,
    @TaskHead(length = 5) @Box float[] box) {}

interface Trunk {
  @Flatten Tensor out(Tensor face);
}
