import dev.espalier.dsl.*;

@SharedTrunk(network = Trunk.class)
record Census(
    @Numeric(length = 800) float[] sound,
    @TaskHead boolean rich) {}

interface Trunk {
  @Reshape({400, 2}) Tensor stereo(Tensor in);

  @LogMelSpectrogram(window = 256, hop = 128, bands = 20, rate = 8_000) Tensor mel(Tensor stereo);

  @GlobalAveragePool Tensor out(Tensor mel);
}
