import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Block(network = void.class) Tensor out(Tensor in);
}
