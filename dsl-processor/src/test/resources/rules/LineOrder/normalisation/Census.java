import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric float age,
    @TaskHead boolean rich) {}

interface Trunk {
  @Dense(8) @Relu @BatchNorm @Dropout(0.1) Tensor out(Tensor in);
}
