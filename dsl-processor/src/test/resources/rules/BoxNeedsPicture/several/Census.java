import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Image(height = 8, width = 8) byte[] left,
    @Image(height = 8, width = 8) byte[] right,
    @TaskHead @Box float[] place) {}

interface Trunk {
  @GlobalAveragePool Tensor out(Tensor left, Tensor right);
}
