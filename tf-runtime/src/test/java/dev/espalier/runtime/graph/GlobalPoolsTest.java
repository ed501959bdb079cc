package dev.espalier.runtime.graph;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class GlobalPoolsTest {
  private static final int ROWS = 3;
  private static final int LENGTH = 4;
  private static final int UNITS = 2;

  /** Two real positions, none, all. */
  private static final Values MASK =
      Values.of(Shape.of(ROWS, LENGTH), 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1);

  private interface Pool {
    double of(double[] real);
  }

  private static double mean(double[] real) {
    return Arrays.stream(real).average().orElse(0);
  }

  private static double greatest(double[] real) {
    return Arrays.stream(real).max().orElse(0);
  }

  private static double[] pooled(Map<String, double[]> in, Pool pool) {
    double[] x = in.get("x");
    double[] mask = in.getOrDefault("mask", filled(1));
    double[] out = new double[ROWS * UNITS];
    for (int i = 0; i < out.length; i++) {
      int row = i / UNITS;
      int unit = i % UNITS;
      double[] real = new double[LENGTH];
      int count = 0;
      for (int at = 0; at < LENGTH; at++) {
        if (mask[row * LENGTH + at] == 1) {
          real[count++] = x[(row * LENGTH + at) * UNITS + unit];
        }
      }
      out[i] = pool.of(Arrays.copyOf(real, count));
    }
    return out;
  }

  private static double[] filled(double value) {
    double[] all = new double[ROWS * LENGTH];
    Arrays.fill(all, value);
    return all;
  }

  @Test
  void ofAllPositions() {
    for (long[] shape : new long[][] {{ROWS, LENGTH, UNITS}, {ROWS, 2, 2, UNITS}}) {
      try (Probe probe = new Probe(true).with("x", Values.normal(1, shape))) {
        Operand<TFloat32> x = probe.input("x");
        Reference mean = in -> pooled(in, GlobalPoolsTest::mean);
        mean.check(probe, GlobalPools.globalAveragePool(probe, x), "x");
        Reference greatest = in -> pooled(in, GlobalPoolsTest::greatest);
        greatest.check(probe, GlobalPools.globalMaxPool(probe, x), "x");
      }
    }
  }

  /** Also where all that is real lies below 0: the padding's 0 is none of the values. */
  @Test
  void paddingDoesNotCount() {
    Values below = Values.filled(Shape.of(ROWS, LENGTH, UNITS), i -> -1 - i * i % 7 * .3);
    try (Probe probe = new Probe(true).with("x", below).with("mask", MASK)) {
      Operand<TFloat32> x = probe.input("x");
      Operand<TFloat32> mask = probe.input("mask");
      Reference mean = in -> pooled(withMask(in), GlobalPoolsTest::mean);
      mean.check(probe, GlobalPools.globalAveragePool(probe, x, mask), "x");
      Reference greatest = in -> pooled(withMask(in), GlobalPoolsTest::greatest);
      greatest.check(probe, GlobalPools.globalMaxPool(probe, x, mask), "x");
    }
  }

  private static Map<String, double[]> withMask(Map<String, double[]> in) {
    return Map.of("x", in.get("x"), "mask", MASK.doubles());
  }
}
