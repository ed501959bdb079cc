package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class UpsamplingsTest {
  private static final int ROWS = 2;
  private static final int UNITS = 2;

  /** Heights of 1 are sequences. */
  @ParameterizedTest
  @CsvSource({"3, 4, 2", "3, 4, 3", "2, 2, 4", "1, 5, 2", "1, 3, 3"})
  void putValuesBetween(int height, int width, int factor) {
    Values x =
        height == 1
            ? Values.normal(1, ROWS, width, UNITS)
            : Values.normal(1, ROWS, height, width, UNITS);
    int tall = height == 1 ? 1 : height * factor;
    int wide = width * factor;
    try (Probe probe = new Probe(true).with("x", x)) {
      Operand<TFloat32> nearest = Upsamplings.nearest(probe, probe.input("x"), factor);
      assertThat(nearest.shape().get(-2)).isEqualTo(wide);
      assertThat(nearest.shape().numDimensions()).isEqualTo(x.shape().numDimensions());
      Reference repeated =
          in ->
              larger(
                  in.get("x"),
                  height,
                  width,
                  weights(height, tall, false),
                  weights(width, wide, false));
      repeated.check(probe, nearest, "x");
      Operand<TFloat32> bilinear = Upsamplings.bilinear(probe, probe.input("x"), factor);
      Reference mixed =
          in ->
              larger(
                  in.get("x"),
                  height,
                  width,
                  weights(height, tall, true),
                  weights(width, wide, true));
      mixed.check(probe, bilinear, "x");
    }
  }

  /**
   * What each new position takes of each old one; positions are centres, and there is no beyond.
   */
  private static double[][] weights(int from, int to, boolean linear) {
    double[][] weights = new double[to][from];
    for (int i = 0; i < to; i++) {
      double at = (i + 0.5) * from / to - 0.5;
      if (linear) {
        double inside = Math.max(0, Math.min(from - 1, at));
        int low = (int) Math.floor(inside);
        weights[i][low] += 1 - (inside - low);
        weights[i][Math.min(from - 1, low + 1)] += inside - low;
      } else {
        weights[i][i * from / to] = 1;
      }
    }
    return weights;
  }

  private static double[] larger(
      double[] x, int height, int width, double[][] down, double[][] right) {
    double[] y = new double[ROWS * down.length * right.length * UNITS];
    for (int i = 0; i < y.length; i++) {
      int place = i / UNITS;
      double[] rows = down[place / right.length % down.length];
      double[] columns = right[place % right.length];
      int batch = place / right.length / down.length;
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          int from = ((batch * height + row) * width + column) * UNITS + i % UNITS;
          y[i] += rows[row] * columns[column] * x[from];
        }
      }
    }
    return y;
  }
}
