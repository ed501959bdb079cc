import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Ignored long rowId,
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Dense(8) @Relu Tensor out(Tensor in, Tensor rowId);
}
