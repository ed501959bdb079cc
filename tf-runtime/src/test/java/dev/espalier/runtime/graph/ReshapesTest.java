package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class ReshapesTest {
  private static final int ROWS = 2;
  private static final int HEIGHT = 3;
  private static final int WIDTH = 4;
  private static final int UNITS = 2;

  /** Where a number of the result comes from; 0 for one that is none of the input's. */
  private interface Source {
    double at(double[] x, int batch, int row, int column, int unit);
  }

  private static double[] moved(int rows, int columns, int units, double[] x, Source source) {
    double[] y = new double[ROWS * rows * columns * units];
    for (int i = 0; i < y.length; i++) {
      int place = i / units;
      int row = place / columns % rows;
      y[i] = source.at(x, place / columns / rows, row, place % columns, i % units);
    }
    return y;
  }

  private static double at(double[] x, int batch, int row, int column, int unit) {
    boolean inside = row >= 0 && row < HEIGHT && column >= 0 && column < WIDTH;
    return inside ? x[((batch * HEIGHT + row) * WIDTH + column) * UNITS + unit] : 0;
  }

  private static Probe probe() {
    return new Probe(true).with("x", Values.normal(1, ROWS, HEIGHT, WIDTH, UNITS));
  }

  @Test
  void permuteMovesAxes() {
    try (Probe probe = probe()) {
      Operand<TFloat32> y = Reshapes.permute(probe, probe.input("x"), 3, 1, 2);
      assertThat(y.shape().asArray()).containsExactly(-1, UNITS, HEIGHT, WIDTH);
      Reference reference =
          in -> moved(UNITS, HEIGHT, WIDTH, in.get("x"), (x, b, i, j, k) -> at(x, b, j, k, i));
      reference.check(probe, y, "x");
    }
  }

  @Test
  void sliceTakesAPart() {
    try (Probe probe = probe()) {
      Operand<TFloat32> y = Reshapes.slice(probe, probe.input("x"), 2, 1, 3);
      assertThat(y.shape().asArray()).containsExactly(-1, HEIGHT, 2, UNITS);
      Reference reference =
          in -> moved(HEIGHT, 2, UNITS, in.get("x"), (x, b, i, j, k) -> at(x, b, i, j + 1, k));
      reference.check(probe, y, "x");
    }
  }

  @Test
  void padPutsZerosAround() {
    try (Probe probe = probe()) {
      Operand<TFloat32> y = Reshapes.pad(probe, probe.input("x"), 1, 0, 2, 3);
      assertThat(y.shape().asArray()).containsExactly(-1, HEIGHT + 1, WIDTH + 5, UNITS);
      Reference reference =
          in ->
              moved(
                  HEIGHT + 1,
                  WIDTH + 5,
                  UNITS,
                  in.get("x"),
                  (x, b, i, j, k) -> at(x, b, i - 1, j - 2, k));
      reference.check(probe, y, "x");
    }
  }

  @Test
  void reshapeKeepsTheOrder() {
    try (Probe probe = probe()) {
      Operand<TFloat32> y = Reshapes.reshape(probe, probe.input("x"), HEIGHT * WIDTH * UNITS);
      Reference reference = in -> in.get("x");
      reference.check(probe, y, "x");
    }
  }
}
