package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.dsl.Padding;
import dev.espalier.runtime.graph.PlainWindows.Look;
import dev.espalier.runtime.graph.PlainWindows.Side;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class DepthwiseTest {
  private static final int[] IN = {2, 5, 6, 2};
  private static final int OUT = 3;

  @ParameterizedTest
  @CsvSource({
    "3, 1, 1, SAME, 1",
    "3, 1, 1, VALID, 2",
    "2, 2, 1, SAME, 2",
    "3, 2, 1, VALID, 1",
    "3, 1, 2, SAME, 2",
    "2, 1, 3, VALID, 1"
  })
  void looksAtEachChannelByItself(
      int size, int stride, int dilation, Padding padding, int multiplier) {
    int filters = IN[3] * multiplier;
    PlainWindows windows = PlainWindows.square(IN, new Side(size, stride, dilation, padding));
    try (Probe probe =
        new Probe(true)
            .with("x", Values.normal(1, 2, 5, 6, 2))
            .with("c.kernel", Values.normal(2, size, size, 1, filters))
            .with("c.bias", Values.normal(3, filters))) {
      Operand<TFloat32> y =
          Convolutions.depthwiseConv2D(probe, "c", probe.input("x"), padding, stride, dilation);
      assertThat(y.shape().asArray())
          .containsExactly(-1, windows.height(), windows.width(), filters);
      Reference reference =
          in -> depthwise(windows, in.get("x"), in.get("c.kernel"), in.get("c.bias"));
      reference.check(probe, y, "x", "c.kernel", "c.bias");
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 1, SAME", "3, 2, 1, SAME", "2, 1, 2, VALID"})
  void separableIsThatAndAConvolutionOfEachPosition(
      int size, int stride, int dilation, Padding padding) {
    PlainWindows windows = PlainWindows.square(IN, new Side(size, stride, dilation, padding));
    int[] between = {IN[0], windows.height(), windows.width(), IN[3]};
    PlainWindows one = PlainWindows.square(between, new Side(1, 1, 1, Padding.SAME));
    try (Probe probe =
        new Probe(true)
            .with("x", Values.normal(1, 2, 5, 6, 2))
            .with("c.depthwise", Values.normal(2, size, size, 1, IN[3]))
            .with("c.kernel", Values.normal(4, IN[3], OUT))
            .with("c.bias", Values.normal(3, OUT))) {
      Operand<TFloat32> y =
          Convolutions.separableConv2D(probe, "c", probe.input("x"), padding, stride, dilation);
      Reference reference =
          in -> {
            double[] none = new double[IN[3]];
            double[] each = depthwise(windows, in.get("x"), in.get("c.depthwise"), none);
            return one.convolved(each, in.get("c.kernel"), in.get("c.bias"), OUT);
          };
      reference.check(probe, y, "x", "c.depthwise", "c.kernel", "c.bias");
    }
  }

  /** Filter f looks at channel f / multiplier. */
  private static double[] depthwise(
      PlainWindows windows, double[] x, double[] kernel, double[] bias) {
    int filters = bias.length;
    double[] y = new double[IN[0] * windows.height() * windows.width() * filters];
    for (int i = 0; i < y.length; i++) {
      int filter = i % filters;
      int place = i / filters;
      int column = place % windows.width();
      int row = place / windows.width() % windows.height();
      int batch = place / windows.width() / windows.height();
      y[i] = bias[filter];
      for (Look look : windows.looks(row, column)) {
        int at = windows.index(batch, look.row(), look.column(), filter * IN[3] / filters);
        y[i] += x[at] * kernel[look.element() * filters + filter];
      }
    }
    return y;
  }
}
