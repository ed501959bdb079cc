import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 800) float[] sound,
    @TaskHead boolean rich) {}

interface Trunk {
  @LogMelSpectrogram(window = 1024, hop = 512, bands = 40, rate = 8_000) Tensor mel(Tensor in);

  @GlobalAveragePool Tensor out(Tensor mel);
}
