package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class GroupNormsTest {
  private static final int ROWS = 3;
  private static final int POSITIONS = 6;
  private static final int UNITS = 4;
  private static final double EPSILON = 1e-3;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void ofAllPositions(int groups) {
    try (Probe probe = probe(Values.normal(1, ROWS, 2, 3, UNITS))) {
      Operand<TFloat32> y = GroupNorms.groupNorm(probe, "n", probe.input("x"), groups, EPSILON);
      assertThat(y.shape().asArray()).containsExactly(-1, 2, 3, UNITS);
      double[] all = Values.filled(Shape.of(ROWS, POSITIONS), i -> 1).doubles();
      reference(all, groups).check(probe, y, "x", "n.scale", "n.shift");
    }
  }

  /** Two real positions, none, all. */
  @Test
  void paddingDoesNotCount() {
    Values mask =
        Values.of(Shape.of(ROWS, POSITIONS), 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
    try (Probe probe = probe(Values.normal(1, ROWS, POSITIONS, UNITS)).with("mask", mask)) {
      Operand<TFloat32> y =
          GroupNorms.groupNorm(probe, "n", probe.input("x"), probe.input("mask"), 2, EPSILON);
      // Of the padding's own values nothing is asked but that they are finite.
      Operand<TFloat32> real = Masks.real(probe.tf(), y, probe.input("mask"));
      Reference whole = reference(mask.doubles(), 2);
      Reference seen =
          in -> {
            double[] out = whole.of(in);
            for (int i = 0; i < out.length; i++) {
              out[i] *= mask.data()[i / UNITS];
            }
            return out;
          };
      seen.check(probe, real, "x", "n.scale", "n.shift");
      for (float value : probe.run(y)) {
        assertThat(value).isFinite();
      }
    }
  }

  private static Reference reference(double[] mask, int groups) {
    return in -> {
      double[] x = in.get("x");
      double[] y = new double[x.length];
      int size = UNITS / groups;
      for (int i = 0; i < x.length; i++) {
        int row = i / UNITS / POSITIONS;
        int first = i % UNITS / size * size;
        double mean = mean(x, mask, row, first, size, 0, 1);
        double variance = mean(x, mask, row, first, size, mean, 2);
        y[i] =
            (x[i] - mean) / Math.sqrt(variance + EPSILON) * in.get("n.scale")[i % UNITS]
                + in.get("n.shift")[i % UNITS];
      }
      return y;
    };
  }

  /** The mean of a power of the distance from a centre. */
  private static double mean(
      double[] x, double[] mask, int row, int first, int size, double centre, int power) {
    double sum = 0;
    double count = 0;
    for (int position = 0; position < POSITIONS; position++) {
      double weight = mask[row * POSITIONS + position];
      for (int unit = first; unit < first + size; unit++) {
        double value = x[(row * POSITIONS + position) * UNITS + unit];
        sum += weight * Math.pow(value - centre, power);
        count += weight;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static Probe probe(Values x) {
    return new Probe(true)
        .with("x", x)
        .with("n.scale", Values.of(Shape.of(UNITS), 1, 2, -.5, .7))
        .with("n.shift", Values.of(Shape.of(UNITS), .3, 0, -1, .2));
  }
}
