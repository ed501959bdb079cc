package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Masks, against a plain way to write them that knows nothing of pools and matrices. */
class TaskAttentionsTest {
  private static final int ROWS = 2;
  private static final int UNITS = 3;
  private static final int BEFORE = 2;

  /** The positions of a layer, and of the attended layer before. */
  record Sizes(int[] layer, int[] before) {
    @Override
    public String toString() {
      return Arrays.toString(layer) + " after " + Arrays.toString(before);
    }
  }

  static List<Sizes> sizes() {
    return List.of(
        new Sizes(new int[] {}, new int[] {}),
        new Sizes(new int[] {4, 3}, new int[] {4, 3}),
        new Sizes(new int[] {2, 3}, new int[] {4, 6}),
        new Sizes(new int[] {2, 3}, new int[] {5, 4}),
        new Sizes(new int[] {5, 4}, new int[] {2, 3}),
        new Sizes(new int[] {3}, new int[] {7}),
        new Sizes(new int[] {}, new int[] {4, 3}),
        new Sizes(new int[] {}, new int[] {5}),
        new Sizes(new int[] {2, 2}, new int[] {}),
        new Sizes(new int[] {2, 2}, new int[] {3}),
        new Sizes(new int[] {3}, new int[] {2, 2}));
  }

  @Test
  void theFirstMaskIsMadeOfTheLayerAlone() {
    try (Probe probe = probe(UNITS).with("x", Values.normal(1, ROWS, 2, 2, UNITS))) {
      Operand<TFloat32> y = TaskAttentions.attention(probe, "a", probe.input("x"));
      Reference reference = in -> mask(in, in.get("x"), UNITS);
      reference.check(
          probe, y, "x", "a.inner.kernel", "a.inner.bias", "a.outer.kernel", "a.outer.bias");
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void whatWasAttendedBeforeIsBroughtToThePositionsOfTheLayer(Sizes sizes) {
    try (Probe probe =
        probe(UNITS + BEFORE)
            .with("x", Values.normal(1, shape(sizes.layer(), UNITS)))
            .with("before", Values.normal(2, shape(sizes.before(), BEFORE)))) {
      Operand<TFloat32> y =
          TaskAttentions.attention(probe, "a", probe.input("x"), probe.input("before"));
      double[] ones = new double[ROWS * product(sizes.before())];
      Arrays.fill(ones, 1);
      Reference reference = in -> attention(in, ones, sizes);
      reference.check(
          probe,
          y,
          "x",
          "before",
          "a.inner.kernel",
          "a.inner.bias",
          "a.outer.kernel",
          "a.outer.bias");
    }
  }

  @Test
  void paddingIsLeftOut() {
    for (int[] to : new int[][] {{}, {2}, {3}}) {
      Sizes sizes = new Sizes(to, new int[] {4});
      Values mask = Values.of(Shape.of(ROWS, 4), 1, 1, 0, 0, 0, 0, 0, 0);
      try (Probe probe =
          probe(UNITS + BEFORE)
              .with("x", Values.normal(1, shape(to, UNITS)))
              .with("before", Values.normal(2, shape(sizes.before(), BEFORE)))
              .with("mask", mask)) {
        Operand<TFloat32> y =
            TaskAttentions.attention(
                probe, "a", probe.input("x"), probe.input("before"), probe.input("mask"));
        Reference reference = in -> attention(in, mask.doubles(), sizes);
        reference.check(
            probe,
            y,
            "x",
            "before",
            "a.inner.kernel",
            "a.inner.bias",
            "a.outer.kernel",
            "a.outer.bias");
        assertThat(probe.run(y)).doesNotContain(Float.NaN);
      }
    }
  }

  private static Probe probe(int in) {
    return new Probe(true)
        .with("a.inner.kernel", Values.normal(11, in, UNITS))
        .with("a.inner.bias", Values.normal(12, UNITS))
        .with("a.outer.kernel", Values.normal(13, UNITS, UNITS))
        .with("a.outer.bias", Values.normal(14, UNITS));
  }

  private static long[] shape(int[] positions, int units) {
    long[] shape = new long[positions.length + 2];
    shape[0] = ROWS;
    for (int i = 0; i < positions.length; i++) {
      shape[i + 1] = positions[i];
    }
    shape[shape.length - 1] = units;
    return shape;
  }

  private static int product(int[] sizes) {
    return Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
  }

  /** Each position takes the mean of the real positions of its window in the layer before. */
  private static double[] attention(Map<String, double[]> in, double[] real, Sizes sizes) {
    int to = product(sizes.layer());
    int from = product(sizes.before());
    double[] joined = new double[ROWS * to * (UNITS + BEFORE)];
    for (int row = 0; row < ROWS; row++) {
      for (int p = 0; p < to; p++) {
        int start = (row * to + p) * (UNITS + BEFORE);
        for (int u = 0; u < UNITS; u++) {
          joined[start + u] = in.get("x")[(row * to + p) * UNITS + u];
        }
        double count = 0;
        for (int q = 0; q < from; q++) {
          if (isSeen(p, q, sizes) && real[row * from + q] == 1) {
            count++;
            for (int u = 0; u < BEFORE; u++) {
              joined[start + UNITS + u] += in.get("before")[(row * from + q) * BEFORE + u];
            }
          }
        }
        for (int u = 0; u < BEFORE; u++) {
          joined[start + UNITS + u] /= Math.max(count, 1);
        }
      }
    }
    return mask(in, joined, UNITS + BEFORE);
  }

  /** Whether a position before lies, in part, in the same share of each axis. */
  private static boolean isSeen(int p, int q, Sizes sizes) {
    if (sizes.layer().length != sizes.before().length) {
      return true;
    }
    for (int axis = sizes.layer().length - 1; axis >= 0; axis--) {
      int n = sizes.layer()[axis];
      int m = sizes.before()[axis];
      // Their intervals [p/n, (p+1)/n] and [q/m, (q+1)/m] overlap.
      if ((p % n) * m >= (q % m + 1) * n || (q % m) * n >= (p % n + 1) * m) {
        return false;
      }
      p /= n;
      q /= m;
    }
    return true;
  }

  private static double[] mask(Map<String, double[]> in, double[] x, int width) {
    assertThat(x.length % width).isZero();
    double[] inner =
        DenseLayersTest.product(x, in.get("a.inner.kernel"), in.get("a.inner.bias"), UNITS);
    double[] outer =
        DenseLayersTest.product(
            Arrays.stream(inner).map(v -> Math.max(0, v)).toArray(),
            in.get("a.outer.kernel"),
            in.get("a.outer.bias"),
            UNITS);
    return Arrays.stream(outer).map(v -> 1 / (1 + Math.exp(-v))).toArray();
  }
}
