import dev.espalier.dsl.*;
import dev.espalier.dsl.net.VggBlock;

@SharedTrunk(network = Census.Trunk.class)
record Census(@Image(height = 16, width = 16) byte[] picture, @TaskHead boolean good) {
  interface Trunk {
    @Block(network = VggBlock.class, units = 4, stride = 2)
    Tensor parts(Tensor in);

    @Flatten
    Tensor out(Tensor parts);
  }
}
