import dev.espalier.dsl.*;

@CrossStitch(network = Trunk.class, after = {"wide", "out", "wide"})
record Census(
    @Numeric float age,
    @TaskHead boolean rich,
    @TaskHead boolean married) {}

interface Trunk {
  @Dense(8) @Relu Tensor wide(Tensor in);
  @Dense(4) @Relu Tensor out(Tensor wide);
}
