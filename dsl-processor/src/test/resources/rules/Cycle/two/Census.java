import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Dense(8) Tensor wide(Tensor in, Tensor deep);

  @Dense(8) Tensor deep(Tensor wide);

  @Dense(8) Tensor out(Tensor deep);
}
