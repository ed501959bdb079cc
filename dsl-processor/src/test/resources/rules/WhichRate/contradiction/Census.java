import dev.espalier.dsl.*;

@SharedTrunk(network = Ear.class)
record Census(
    @Waveform(samples = 800, rate = 8000) float[] sound,
    @TaskHead boolean rich) {}

interface Ear {
  @LogMelSpectrogram(window = 256, hop = 128, bands = 20, rate = 16000) Tensor mel(Tensor in);

  @GlobalAveragePool Tensor out(Tensor mel);
}
