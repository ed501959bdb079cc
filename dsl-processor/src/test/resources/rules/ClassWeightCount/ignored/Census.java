import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Image(height = 8, width = 8) byte[] face,
    @TaskHead(along = "face", classes = 4, ignore = 1) @CrossEntropy(classWeights = {1, 0, 2, 2})
        byte[] mask) {}

interface Trunk {
  @Conv2D(filters = 4) @Relu Tensor out(Tensor face);
}
