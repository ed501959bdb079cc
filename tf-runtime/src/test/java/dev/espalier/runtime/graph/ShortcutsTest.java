package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.dsl.Padding;
import dev.espalier.runtime.graph.PlainWindows.Side;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class ShortcutsTest {
  private static final int UNITS = 3;
  private static final double EPSILON = 1e-3;

  /** What comes in, as it is and as a picture. */
  private record Case(int stride, long[] shape, int[] picture) {}

  static Case[] cases() {
    return new Case[] {
      new Case(1, new long[] {6, 5}, new int[] {6, 1, 1, 5}),
      new Case(1, new long[] {3, 4, 5}, new int[] {3, 1, 4, 5}),
      new Case(2, new long[] {3, 5, 2}, new int[] {3, 1, 5, 2}),
      new Case(1, new long[] {2, 3, 2, 5}, new int[] {2, 3, 2, 5}),
      new Case(3, new long[] {2, 5, 4, 2}, new int[] {2, 5, 4, 2})
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void areAProjectionOfSomePositionsAndBatchNorm(Case c) {
    int in = c.picture()[3];
    try (Probe probe =
        new Probe(true)
            .train(true)
            .with("x", Values.normal(8, c.shape()))
            .with("n.kernel", Values.normal(9, in, UNITS))
            .with("n.scale", Values.of(Shape.of(UNITS), 1, 2, -.5))
            .with("n.shift", Values.of(Shape.of(UNITS), .3, 0, -1))
            .with("n.mean", Values.of(Shape.of(UNITS), 0, 0, 0))
            .with("n.variance", Values.of(Shape.of(UNITS), 1, 1, 1))) {
      Operand<TFloat32> y =
          Shortcuts.shortcut(probe, "n", probe.input("x"), c.stride(), 0.9, EPSILON);
      assertThat(probe.updates).containsOnlyKeys("n.mean", "n.variance");
      assertThat(y.shape().numDimensions()).isEqualTo(c.shape().length);
      PlainWindows windows =
          PlainWindows.square(c.picture(), new Side(1, c.stride(), 1, Padding.SAME));
      Reference reference =
          inputs -> {
            double[] projected =
                windows.convolved(
                    inputs.get("x"), inputs.get("n.kernel"), new double[UNITS], UNITS);
            return NormalizationsTest.byBatch(
                projected, inputs.get("n.scale"), inputs.get("n.shift"));
          };
      reference.check(probe, y, "x", "n.kernel", "n.scale", "n.shift");
    }
  }
}
