import dev.espalier.dsl.*;

interface Trunk {
  @Dense(8) @Relu Tensor out(Tensor inn);
}
