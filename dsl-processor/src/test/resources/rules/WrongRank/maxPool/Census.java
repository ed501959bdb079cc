import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 60) float[] pixels,
    @TaskHead boolean rich) {}

interface Trunk {
  @MaxPool(2) Tensor out(Tensor in);
}
