import dev.espalier.dsl.*;

public interface Tower {
  @Dense(8) @Relu Tensor out(Tensor in, Tensor age);
}
