import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Image(height = 8, width = 8) byte[] face,
    @TaskHead(along = "face", ignore = 0) Part[] mask) {
  enum Part { NONE, CAT }
}

interface Trunk {
  @Conv2D(filters = 4) @Relu Tensor out(Tensor face);
}
