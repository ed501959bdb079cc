import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 800) float[] sound,
    @TaskHead boolean rich) {}

interface Trunk {
  @LogMelSpectrogram(window = 256, hop = 128, bands = 20, rate = 8_000, lowest = 4_000) Tensor mel(Tensor in);

  @GlobalAveragePool Tensor out(Tensor mel);
}
