import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 1200) float[] x,
    @TaskHead boolean rich) {}

interface Trunk {
  @Reshape({600, 2}) Tensor table(Tensor in);

  @Gru(units = 8, last = true) Tensor out(Tensor table);
}
