import dev.espalier.dsl.*;

@MixtureOfExperts(experts = 4, network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}

interface Trunk {
  @Dense(8) @Relu Tensor wide(Tensor in);
  @Dense(4) @Relu Tensor narrow(Tensor in);
  @Add Tensor out(Tensor wide, Tensor narrow);
}
