import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Step {
  @Dense(8) Tensor a(Tensor in);

  @Dense(8) Tensor b(Tensor a);
}

interface Trunk {
  @Dense(8) @Relu Tensor wide(Tensor in, @From("trunk.out.a") Tensor later);

  @Block(network = Step.class) Tensor out(Tensor wide);
}
