import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Dense(8) @Relu Tensor wide(Tensor in);

  @GlobalAveragePool Tensor out(Tensor wide);
}
