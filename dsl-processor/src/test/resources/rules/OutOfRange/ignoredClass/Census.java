import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Image(height = 8, width = 8) byte[] face,
    @TaskHead(along = "face", classes = 3, ignore = 300) byte[] mask) {}

interface Trunk {
  @Dense(2) Tensor out(Tensor face);
}
