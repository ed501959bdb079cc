import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Block(network = Part.class, repeat = 16777216) Tensor out(Tensor in);
}

interface Part {
  @Dense(8) Tensor out(Tensor in);
}
