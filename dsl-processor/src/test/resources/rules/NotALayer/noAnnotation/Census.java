import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  Tensor hidden(Tensor in);

  @Dense(8) Tensor out(Tensor hidden);
}
