import dev.espalier.dsl.*;

@ProgressiveExtraction(network = {First.class, Second.class})
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead(tower = Tower.class) boolean married) {}

interface First {
  @Dense(8) @Relu Tensor wide(Tensor in);
}

interface Second {
  @Dense(4) @Relu Tensor narrow(Tensor in, Tensor wide);
}

interface Tower {
  @Dense(4) @Relu Tensor hidden(Tensor in);
}
