import dev.espalier.dsl.*;

@TaskAttention(network = Trunk.class)
record Census(
    @Image(height = 8, width = 8) byte[] picture,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}

interface Trunk {
  @Conv2D(filters = 4) @Relu Tensor out(Tensor in);
}
