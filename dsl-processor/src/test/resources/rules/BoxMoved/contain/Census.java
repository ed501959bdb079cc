import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Image(height = 8, width = 8) byte[] left,
    @Image(height = 8, width = 8, fit = Fit.CONTAIN) java.awt.image.BufferedImage right,
    @TaskHead(along = "right") @Box float[] place) {}

interface Trunk {
  @GlobalAveragePool Tensor out(Tensor left, Tensor right);
}
