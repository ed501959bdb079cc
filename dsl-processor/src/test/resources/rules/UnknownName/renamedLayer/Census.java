import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Dense(8) @Relu Tensor wider(Tensor in);

  @Dense(8) @Relu Tensor deep(Tensor wide);

  @Add Tensor out(Tensor deep, Tensor wide);
}
