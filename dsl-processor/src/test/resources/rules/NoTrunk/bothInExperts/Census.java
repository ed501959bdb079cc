import dev.espalier.dsl.*;

@MixtureOfExperts(network = Trunk.class, units = 4)
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}

interface Trunk {
  @Dense(8) Tensor out(Tensor in);
}
