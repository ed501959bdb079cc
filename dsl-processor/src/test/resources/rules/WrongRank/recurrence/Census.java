import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 12) float[] x,
    @TaskHead boolean rich) {}

interface Trunk {
  @Lstm(units = 8) Tensor out(Tensor in);
}
