import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Dense(8) Tensor wide(Tensor in);

  @Dense(4) Tensor wide(Tensor in, Tensor age);

  @Dense(4) Tensor out(Tensor wide);
}
