import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 800) float[] sound,
    @TaskHead boolean rich) {}

interface Trunk {
  @Mfcc(coefficients = 13, window = 256, hop = 128, rate = 8_000, highest = 8_000) Tensor mel(Tensor in);

  @GlobalAveragePool Tensor out(Tensor mel);
}
