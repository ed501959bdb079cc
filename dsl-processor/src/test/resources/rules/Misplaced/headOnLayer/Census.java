import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @TaskHead @Dense(8) Tensor out(Tensor in);
}
