import dev.espalier.dsl.*;

@SharedTrunk(network = Census.Trunk.class)
record Census(
    @Image(height = 4, width = 4) byte[] face,
    @TaskHead(along = "face", ignore = 9) Part[] mask) {
  enum Part {
    SKIN,
    HAIR,
    UNKNOWN
  }

  interface Trunk {
    @Conv2D(filters = 3)
    Tensor out(Tensor in);
  }
}
