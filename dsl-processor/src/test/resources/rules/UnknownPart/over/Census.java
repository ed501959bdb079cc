import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}

interface Trunk {
  @Dense(8) @Relu Tensor wide(Tensor in);
  @Block(network = Part.class) Tensor out(Tensor wide);
}

interface Part {
  @Dense(4) @Relu Tensor first(Tensor in);
}

@ModelOf(Census.class)
@TaskAttention(over = {"wide", "out.first"})
interface Attended {}
