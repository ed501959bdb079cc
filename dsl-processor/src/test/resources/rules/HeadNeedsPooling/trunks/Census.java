import dev.espalier.dsl.*;

@IndependentTrunks(network = Trunk.class)
record Census(
    @Image(height = 8, width = 8) byte[] face,
    @TaskHead boolean rich,
    @TaskHead float pay) {}

interface Trunk {
  @Conv2D(filters = 4) @Relu Tensor out(Tensor face);
}
