import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Dense(8) Tensor a(Tensor in, Tensor c);

  @Dense(8) Tensor b(Tensor a);

  @Dense(8) Tensor c(Tensor b);
}
