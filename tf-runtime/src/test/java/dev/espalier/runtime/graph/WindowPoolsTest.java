package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.dsl.Padding;
import dev.espalier.runtime.graph.PlainWindows.Side;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class WindowPoolsTest {
  private static final int ROWS = 2;
  private static final int HEIGHT = 5;
  private static final int WIDTH = 7;
  private static final int UNITS = 2;
  private static final Side ONE = new Side(1, 1, 1, Padding.SAME);

  private interface Pool {
    double of(double[] values);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double greatest(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  private static double[] pooled(PlainWindows windows, double[] x, Pool pool) {
    double[] y = new double[ROWS * windows.height() * windows.width() * UNITS];
    for (int i = 0; i < y.length; i++) {
      int place = i / UNITS;
      int column = place % windows.width();
      int row = place / windows.width() % windows.height();
      int batch = place / windows.width() / windows.height();
      double[] seen = windows.values(x, batch, row, column, i % UNITS);
      y[i] = pool.of(Arrays.stream(seen).filter(value -> !Double.isNaN(value)).toArray());
    }
    return y;
  }

  @ParameterizedTest
  @CsvSource({"2, 2, VALID", "3, 2, SAME", "3, 1, SAME", "2, 3, SAME", "3, 1, VALID"})
  void ofPictures(int size, int stride, Padding padding) {
    PlainWindows windows =
        PlainWindows.square(
            new int[] {ROWS, HEIGHT, WIDTH, UNITS}, new Side(size, stride, 1, padding));
    try (Probe probe = new Probe(true).with("x", Values.normal(1, ROWS, HEIGHT, WIDTH, UNITS))) {
      Operand<TFloat32> x = probe.input("x");
      Operand<TFloat32> max = WindowPools.maxPool(probe, x, padding, size, stride);
      assertThat(max.shape().asArray())
          .containsExactly(-1, windows.height(), windows.width(), UNITS);
      Reference greatest = in -> pooled(windows, in.get("x"), WindowPoolsTest::greatest);
      greatest.check(probe, max, "x");
      Reference mean = in -> pooled(windows, in.get("x"), WindowPoolsTest::mean);
      mean.check(probe, WindowPools.averagePool(probe, x, padding, size, stride), "x");
    }
  }

  /** In training the relu is taken of what is left, and whoever takes it whole still can. */
  @ParameterizedTest
  @CsvSource({"true, 2, 2, VALID", "true, 3, 2, SAME", "true, 3, 1, SAME", "false, 2, 2, VALID"})
  void ofWhatIsRectified(boolean training, int size, int stride, Padding padding) {
    PlainWindows windows =
        PlainWindows.square(
            new int[] {ROWS, HEIGHT, WIDTH, UNITS}, new Side(size, stride, 1, padding));
    try (Probe probe =
        new Probe(true).train(training).with("x", Values.normal(1, ROWS, HEIGHT, WIDTH, UNITS))) {
      Operand<TFloat32> rectified = Activations.relu(probe, probe.input("x"));
      Operand<TFloat32> max = WindowPools.maxPool(probe, rectified, padding, size, stride);
      assertThat(max.op().type()).isEqualTo(training ? "Relu" : "MaxPool");
      Reference greatest = in -> pooled(windows, relu(in.get("x")), WindowPoolsTest::greatest);
      greatest.check(probe, max, "x");
      Reference relu = in -> relu(in.get("x"));
      relu.check(probe, rectified, "x");
    }
  }

  private static double[] relu(double[] x) {
    return Arrays.stream(x).map(value -> Math.max(0, value)).toArray();
  }

  @ParameterizedTest
  @CsvSource({"2, 2, VALID", "3, 2, SAME"})
  void ofSequences(int size, int stride, Padding padding) {
    PlainWindows windows = row(new Side(size, stride, 1, padding));
    try (Probe probe = new Probe(true).with("x", Values.normal(1, ROWS, WIDTH, UNITS))) {
      Operand<TFloat32> x = probe.input("x");
      Reference greatest = in -> pooled(windows, in.get("x"), WindowPoolsTest::greatest);
      greatest.check(probe, WindowPools.maxPool(probe, x, padding, size, stride), "x");
      Reference mean = in -> pooled(windows, in.get("x"), WindowPoolsTest::mean);
      mean.check(probe, WindowPools.averagePool(probe, x, padding, size, stride), "x");
    }
  }

  /** Also where all that is real lies below 0: the padding's 0 is none of the values. */
  @Test
  void paddingOfSequencesDoesNotCount() {
    Values mask = Values.of(Shape.of(ROWS, WIDTH), 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0);
    Values below = Values.filled(Shape.of(ROWS, WIDTH, UNITS), i -> -1 - i * i % 11 * .3);
    PlainWindows windows = row(new Side(2, 2, 1, Padding.SAME));
    try (Probe probe = new Probe(true).with("x", below).with("mask", mask)) {
      Operand<TFloat32> x = probe.input("x");
      Operand<TFloat32> real = probe.input("mask");
      Reference greatest =
          in -> pooled(windows, real(in.get("x"), mask), WindowPoolsTest::greatest);
      greatest.check(probe, WindowPools.maxPool(probe, x, real, Padding.SAME, 2, 2), "x");
      Reference mean = in -> pooled(windows, real(in.get("x"), mask), WindowPoolsTest::mean);
      mean.check(probe, WindowPools.averagePool(probe, x, real, Padding.SAME, 2, 2), "x");
    }
  }

  /** What is padding is no number. */
  private static double[] real(double[] x, Values mask) {
    double[] real = x.clone();
    for (int i = 0; i < real.length; i++) {
      real[i] = mask.data()[i / UNITS] == 1 ? real[i] : Double.NaN;
    }
    return real;
  }

  private static PlainWindows row(Side side) {
    return new PlainWindows(new int[] {ROWS, 1, WIDTH, UNITS}, ONE, side);
  }
}
