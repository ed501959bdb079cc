import dev.espalier.dsl.*;

public interface Trunk {
  @Dense(8) @Relu Tensor wide(Tensor in);

  @Dense(8) @Relu Tensor out(Tensor wide);
}
