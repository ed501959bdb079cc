import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Narrow {
  @Dense(8) Tensor hidden(Tensor in);
}

interface Wide {
  @Dense(16) @Relu Tensor hidden(Tensor in);
}

interface Trunk extends Narrow, Wide {}
