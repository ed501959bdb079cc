package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.dsl.Padding;
import dev.espalier.runtime.graph.PlainWindows.Side;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class ConvolutionsTest {
  private static final int ROWS = 2;
  private static final int HEIGHT = 5;
  private static final int WIDTH = 7;
  private static final int IN = 2;
  private static final int OUT = 3;
  private static final Side ONE = new Side(1, 1, 1, Padding.SAME);

  @ParameterizedTest
  @CsvSource({
    "3, 1, 1, SAME", "3, 1, 1, VALID", "1, 1, 1, SAME", "2, 1, 1, SAME", "3, 2, 1, SAME",
    "3, 2, 1, VALID", "2, 3, 1, SAME", "3, 1, 2, SAME", "3, 1, 2, VALID", "2, 1, 3, SAME",
    "2, 1, 4, VALID", "3, 1, 4, SAME"
  })
  void ofPictures(int size, int stride, int dilation, Padding padding) {
    try (Probe probe = probe(size)) {
      Operand<TFloat32> y =
          Convolutions.conv2D(probe, "c", probe.input("x"), padding, stride, dilation);
      PlainWindows plain =
          PlainWindows.square(
              new int[] {ROWS, HEIGHT, WIDTH, IN}, new Side(size, stride, dilation, padding));
      assertThat(y.shape().asArray()).containsExactly(-1, plain.height(), plain.width(), OUT);
      Reference reference =
          in -> plain.convolved(in.get("x"), in.get("c.kernel"), in.get("c.bias"), OUT);
      reference.check(probe, y, "x", "c.kernel", "c.bias");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3, 1, 1, SAME",
    "2, 2, 1, SAME",
    "3, 2, 1, VALID",
    "3, 1, 2, SAME",
    "2, 1, 3, VALID"
  })
  void ofSequences(int size, int stride, int dilation, Padding padding) {
    try (Probe probe = sequence(size)) {
      Operand<TFloat32> y =
          Convolutions.conv1D(probe, "c", probe.input("x"), padding, stride, dilation);
      PlainWindows plain = row(new Side(size, stride, dilation, padding));
      assertThat(y.shape().asArray()).containsExactly(-1, plain.width(), OUT);
      Reference reference =
          in -> plain.convolved(in.get("x"), in.get("c.kernel"), in.get("c.bias"), OUT);
      reference.check(probe, y, "x", "c.kernel", "c.bias");
    }
  }

  /** Whatever stands in the padding, nothing of it is seen from a real position. */
  @Test
  void paddingOfSequencesIsNothing() {
    Values mask = Values.of(Shape.of(ROWS, WIDTH), 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
    Side side = new Side(3, 1, 1, Padding.SAME);
    try (Probe probe = sequence(3).with("mask", mask)) {
      Operand<TFloat32> y =
          Convolutions.conv1DWithoutBias(
              probe, "c", probe.input("x"), probe.input("mask"), Padding.SAME, 1, 1);
      Reference reference =
          in -> row(side).convolved(real(in, mask), in.get("c.kernel"), new double[OUT], OUT);
      reference.check(probe, y, "x", "c.kernel");
    }
  }

  private static double[] real(Map<String, double[]> in, Values mask) {
    double[] x = in.get("x").clone();
    for (int i = 0; i < x.length; i++) {
      x[i] *= mask.data()[i / IN];
    }
    return x;
  }

  private static PlainWindows row(Side side) {
    return new PlainWindows(new int[] {ROWS, 1, WIDTH, IN}, ONE, side);
  }

  private static Probe sequence(int size) {
    return new Probe(true)
        .with("x", Values.normal(1, ROWS, WIDTH, IN))
        .with("c.kernel", Values.normal(2, size, IN, OUT))
        .with("c.bias", Values.normal(3, OUT));
  }

  private static Probe probe(int size) {
    return new Probe(true)
        .with("x", Values.normal(1, ROWS, HEIGHT, WIDTH, IN))
        .with("c.kernel", Values.normal(2, size, size, IN, OUT))
        .with("c.bias", Values.normal(3, OUT));
  }
}
