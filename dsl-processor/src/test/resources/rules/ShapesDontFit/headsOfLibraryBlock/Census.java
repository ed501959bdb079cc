import dev.espalier.dsl.*;
import dev.espalier.dsl.net.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Tokens(length = 24, dimension = 18) String[] words,
    @TaskHead boolean rich) {}

interface Trunk {
  @Block(network = TransformerEncoder.class, units = 18) Tensor encoded(Tensor words);

  @GlobalAveragePool Tensor out(Tensor encoded);
}
