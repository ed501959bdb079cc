import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Image(height = 8, width = 8, fit = Fit.COVER) java.nio.file.Path picture,
    @TaskHead @Box float[] place) {}

interface Trunk {
  @GlobalAveragePool Tensor out(Tensor picture);
}
