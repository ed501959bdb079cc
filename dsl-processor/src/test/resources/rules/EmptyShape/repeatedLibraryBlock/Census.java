import dev.espalier.dsl.*;
import dev.espalier.dsl.net.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Image(height = 8, width = 8) byte[] face,
    @TaskHead boolean rich) {}

interface Trunk {
  @Block(network = VggBlock.class, units = 32, repeat = 4) Tensor blocks(Tensor face);

  @Flatten Tensor out(Tensor blocks);
}
