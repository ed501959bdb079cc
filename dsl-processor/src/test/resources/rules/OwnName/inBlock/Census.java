import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Block(network = Part.class) Tensor out(Tensor in);
}

interface Part {
  @Dense(4) @Relu Tensor age(Tensor age);
}
