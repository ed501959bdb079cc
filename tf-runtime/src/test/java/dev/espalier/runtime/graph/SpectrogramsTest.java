package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class SpectrogramsTest {
  private static final int ROWS = 2;

  /** Hops that divide the window, that don't, that are longer; odd windows; samples left over. */
  @ParameterizedTest
  @CsvSource({
    "64, 16, 8, 4, 1000, 0, 500",
    "70, 16, 8, 3, 1000, 50, 400",
    "67, 20, 6, 3, 800, 0, 400",
    "40, 12, 15, 2, 1000, 0, 500",
    "33, 15, 10, 2, 8000, 100, 3900",
    "20, 20, 5, 4, 16000, 0, 8000"
  })
  void areLogarithmsOfPowerInBands(
      int samples, int window, int hop, int bands, double rate, double lowest, double highest) {
    try (Probe probe = new Probe(true).with("x", Values.normal(1, ROWS, samples))) {
      Operand<TFloat32> x = probe.input("x");
      int frames = 1 + (samples - window) / hop;
      Operand<TFloat32> mel =
          Spectrograms.logMelSpectrogram(probe, x, window, hop, bands, rate, lowest, highest);
      assertThat(mel.shape().asArray()).containsExactly(-1, frames, bands);
      Reference reference = in -> logMel(in, samples, window, hop, bands, rate, lowest, highest);
      reference.check(probe, mel, "x");

      Operand<TFloat32> mfcc =
          Spectrograms.mfcc(probe, x, 2, window, hop, bands, rate, lowest, highest);
      assertThat(mfcc.shape().asArray()).containsExactly(-1, frames, 2);
      Reference cosines = in -> cosines(reference.of(in), bands, 2);
      cosines.check(probe, mfcc, "x");
    }
  }

  /** The power of a tone is in the band of its pitch; of silence, it is the floor everywhere. */
  @Test
  void toneAndSilence() {
    double pitch = 1000;
    int rate = 8000;
    Values x =
        Values.filled(
            Shape.of(2, 1000), i -> i < 1000 ? Math.sin(2 * Math.PI * pitch * i / rate) : 0);
    try (Probe probe = new Probe(true).with("x", x)) {
      Operand<TFloat32> y =
          Spectrograms.logMelSpectrogram(probe, probe.input("x"), 256, 128, 40, rate, 0, 4000);
      float[] out = probe.run(y);
      int frames = 1 + (1000 - 256) / 128;
      int greatest = 0;
      for (int band = 0; band < 40; band++) {
        greatest = out[band] > out[greatest] ? band : greatest;
      }
      // 1000 mel of 2146 in 41 steps: its peak is the 19th.
      assertThat(greatest).isEqualTo(18);
      float[] gradient = probe.gradient(y, Values.normal(3, out.length).data(), "x");
      for (int i = frames * 40; i < out.length; i++) {
        assertThat(out[i]).isCloseTo((float) Math.log(1e-10), within(1e-4f));
      }
      for (int i = 1000; i < gradient.length; i++) {
        assertThat(gradient[i]).isZero();
      }
    }
  }

  private static double[] logMel(
      Map<String, double[]> in,
      int samples,
      int window,
      int hop,
      int bands,
      double rate,
      double lowest,
      double highest) {
    int frames = 1 + (samples - window) / hop;
    double[] out = new double[ROWS * frames * bands];
    for (int i = 0; i < ROWS * frames; i++) {
      int start = i / frames * samples + i % frames * hop;
      double[] power = new double[bands];
      for (int bin = 0; bin <= window / 2; bin++) {
        double real = 0;
        double imaginary = 0;
        for (int n = 0; n < window; n++) {
          double hann = Math.pow(Math.sin(Math.PI * n / window), 2);
          double angle = 2 * Math.PI * bin * n / window;
          real += hann * in.get("x")[start + n] * Math.cos(angle);
          imaginary -= hann * in.get("x")[start + n] * Math.sin(angle);
        }
        for (int band = 0; band < bands; band++) {
          power[band] +=
              triangle(bin * rate / window, band, bands, lowest, highest)
                  * (real * real + imaginary * imaginary);
        }
      }
      for (int band = 0; band < bands; band++) {
        out[i * bands + band] = Math.log(Math.max(1e-10, power[band]));
      }
    }
    return out;
  }

  private static double triangle(double f, int band, int bands, double lowest, double highest) {
    double[] corner = new double[3];
    for (int i = 0; i < 3; i++) {
      double low = Math.log(1 + lowest / 700);
      double high = Math.log(1 + highest / 700);
      corner[i] = 700 * (Math.exp(low + (high - low) * (band + i) / (bands + 1)) - 1);
    }
    if (f <= corner[0] || f >= corner[2]) {
      return 0;
    }
    return f < corner[1]
        ? (f - corner[0]) / (corner[1] - corner[0])
        : (corner[2] - f) / (corner[2] - corner[1]);
  }

  private static double[] cosines(double[] mel, int bands, int coefficients) {
    int rows = mel.length / bands;
    double[] out = new double[rows * coefficients];
    for (int i = 0; i < out.length; i++) {
      int order = i % coefficients;
      for (int band = 0; band < bands; band++) {
        out[i] +=
            mel[i / coefficients * bands + band]
                * Math.cos(Math.PI / bands * (band + .5) * order)
                * (order == 0 ? Math.sqrt(1.0 / bands) : Math.sqrt(2.0 / bands));
      }
    }
    return out;
  }
}
