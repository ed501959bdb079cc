import dev.espalier.dsl.*;

@SharedTrunk(network = Ear.class)
record Census(
    @Waveform(samples = 8_000, rate = 8_000) float[] sound,
    @TaskHead boolean spoken) {}

interface Ear {
  @LogMelSpectrogram(window = 256, hop = 128, bands = 20, rate = 16_000) Tensor mel(Tensor in);
}
