import dev.espalier.dsl.*;

@SharedTrunk(network = Census.Trunk.class)
record Census(
    @Waveform(samples = 4000, rate = 8000) @SpecMask(frequency = 60) float[] voice,
    @TaskHead boolean rich) {
  interface Trunk {
    @LogMelSpectrogram(window = 256, hop = 128, bands = 20)
    Tensor bands(Tensor in);

    @GlobalAveragePool
    Tensor out(Tensor bands);
  }
}
