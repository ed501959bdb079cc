import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Image(height = 8, width = 8, mean = {0.5, 0.5}) byte[] face,
    @TaskHead boolean rich) {}

interface Trunk {
  @GlobalAveragePool Tensor out(Tensor face);
}
