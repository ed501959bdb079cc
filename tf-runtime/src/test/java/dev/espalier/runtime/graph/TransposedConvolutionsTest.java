package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.dsl.Padding;
import dev.espalier.runtime.graph.PlainWindows.Look;
import dev.espalier.runtime.graph.PlainWindows.Side;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class TransposedConvolutionsTest {
  private static final int ROWS = 2;
  private static final int HEIGHT = 3;
  private static final int WIDTH = 2;
  private static final int IN = 2;
  private static final int OUT = 3;

  @ParameterizedTest
  @CsvSource({"2, 2", "3, 1", "3, 2", "4, 2", "5, 3"})
  void areTheOtherWayRound(int size, int stride) {
    int[] larger = {ROWS, HEIGHT * stride, WIDTH * stride, OUT};
    PlainWindows windows = PlainWindows.square(larger, new Side(size, stride, 1, Padding.SAME));
    try (Probe probe =
        new Probe(true)
            .with("x", Values.normal(1, ROWS, HEIGHT, WIDTH, IN))
            .with("c.kernel", Values.normal(2, size, size, IN, OUT))
            .with("c.bias", Values.normal(3, OUT))) {
      Operand<TFloat32> y = Convolutions.conv2DTranspose(probe, "c", probe.input("x"), stride);
      assertThat(y.shape().asArray()).containsExactly(-1, larger[1], larger[2], OUT);
      Reference reference =
          in -> transposed(windows, in.get("x"), in.get("c.kernel"), in.get("c.bias"));
      reference.check(probe, y, "x", "c.kernel", "c.bias");
    }
  }

  /** Every position is spread over those that a convolution would have made it of. */
  private static double[] transposed(
      PlainWindows windows, double[] x, double[] kernel, double[] bias) {
    double[] y = new double[ROWS * windows.in()[1] * windows.in()[2] * OUT];
    for (int i = 0; i < y.length; i++) {
      y[i] = bias[i % OUT];
    }
    for (int i = 0; i < x.length; i++) {
      int place = i / IN;
      for (Look look : windows.looks(place / WIDTH % HEIGHT, place % WIDTH)) {
        int at = windows.index(place / WIDTH / HEIGHT, look.row(), look.column(), 0);
        for (int filter = 0; filter < OUT; filter++) {
          y[at + filter] += x[i] * kernel[(look.element() * IN + i % IN) * OUT + filter];
        }
      }
    }
    return y;
  }
}
