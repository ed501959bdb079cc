import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Dense(8) Tensor a(Tensor in);

  @Dense(8) Tensor b(Tensor in);
}
