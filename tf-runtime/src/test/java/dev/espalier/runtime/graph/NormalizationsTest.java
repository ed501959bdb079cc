package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class NormalizationsTest {
  private static final int UNITS = 3;
  private static final double EPSILON = 1e-3;
  private static final long[][] SHAPES = {{7, UNITS}, {4, 2, UNITS}, {3, 2, 3, UNITS}};

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void batchNormTrainsOnTheBatch(int rank) {
    try (Probe probe = probe(true, rank).train(true)) {
      Operand<TFloat32> y = batchNorm(probe);
      Reference reference = in -> byBatch(in.get("x"), in.get("n.scale"), in.get("n.shift"));
      reference.check(probe, y, "x", "n.scale", "n.shift");
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 2", "false, 2", "true, 3", "true, 4", "false, 4"})
  void batchNormUsesMovingStatisticsOutsideTraining(boolean withLosses, int rank) {
    try (Probe probe = probe(withLosses, rank)) {
      Operand<TFloat32> y = batchNorm(probe);
      assertThat(probe.updates).isEmpty();
      double[] mean = probe.of("n.mean").doubles();
      double[] variance = probe.of("n.variance").doubles();
      Reference reference =
          in -> normal(in.get("x"), mean, variance, in.get("n.scale"), in.get("n.shift"));
      reference.check(probe, y, "x", "n.scale", "n.shift");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void batchNormMovesItsStatistics(int rank) {
    try (Probe probe = probe(true, rank).train(true)) {
      batchNorm(probe);
      double[] x = probe.of("x").doubles();
      float[] mean = probe.run(probe.updates.get("n.mean"));
      float[] variance = probe.run(probe.updates.get("n.variance"));
      double[] oldMean = probe.of("n.mean").doubles();
      double[] oldVariance = probe.of("n.variance").doubles();
      int rows = x.length / UNITS;
      for (int unit = 0; unit < UNITS; unit++) {
        double unbiased = squares(x, unit) / (rows - 1);
        assertThat((double) mean[unit])
            .isCloseTo(0.9 * oldMean[unit] + 0.1 * mean(x, unit), within(1e-5));
        assertThat((double) variance[unit])
            .isCloseTo(0.9 * oldVariance[unit] + 0.1 * unbiased, within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void anEmptyBatchPoisonsNothing(int rank) {
    try (Probe probe = probe(true, rank).train(true)) {
      Operand<TFloat32> y = batchNorm(probe);
      long[] shape = probe.of("x").shape().asArray();
      shape[0] = 0;
      probe.with("x", Values.of(Shape.of(shape)));
      assertThat(probe.run(y)).isEmpty();
      assertThat(probe.run(probe.updates.get("n.mean"))).containsExactly(probe.of("n.mean").data());
      assertThat(probe.run(probe.updates.get("n.variance")))
          .containsExactly(probe.of("n.variance").data());
      assertThat(probe.gradient(y, new float[0], "n.scale")).containsExactly(0, 0, 0);
      assertThat(probe.gradient(y, new float[0], "n.shift")).containsExactly(0, 0, 0);
      assertThat(probe.gradient(y, new float[0], "x")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void aSingleValueMovesTheMeanAlone(int rank) {
    long[] shape = {1, 1, 1, UNITS};
    Shape single = Shape.of(Arrays.copyOfRange(shape, 4 - rank, 4));
    try (Probe probe = probe(true, rank).train(true)) {
      probe.with("x", Values.of(single, 4, 5, 6));
      Operand<TFloat32> y = batchNorm(probe);
      assertThat(probe.run(y)).containsExactly(probe.of("n.shift").data());
      assertThat(probe.run(probe.updates.get("n.variance")))
          .containsExactly(probe.of("n.variance").data());
      assertThat((double) probe.run(probe.updates.get("n.mean"))[0])
          .isCloseTo(0.9 * probe.of("n.mean").data()[0] + 0.1 * 4, within(1e-6));
    }
  }

  /** The values of real positions, normalised and counted as if there were no others. */
  @Test
  void paddingDoesNotCount() {
    Values mask = Values.of(Shape.of(3, 4), 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1);
    try (Probe probe = probe(true, 2).train(true)) {
      probe.with("x", Values.normal(1, 3, 4, UNITS)).with("mask", mask);
      Operand<TFloat32> y =
          Normalizations.batchNorm(probe, "n", probe.input("x"), probe.input("mask"), 0.9, EPSILON);
      Reference reference =
          in -> byBatch(real(in.get("x"), mask), in.get("n.scale"), in.get("n.shift"));
      Operand<TFloat32> seen =
          probe
              .tf()
              .booleanMask(
                  y, probe.tf().math.greater(probe.input("mask"), probe.tf().constant(0f)));
      reference.check(probe, seen, "x", "n.scale", "n.shift");
      double[] x = real(probe.of("x").doubles(), mask);
      float[] mean = probe.run(probe.updates.get("n.mean"));
      float[] variance = probe.run(probe.updates.get("n.variance"));
      for (int unit = 0; unit < UNITS; unit++) {
        assertThat((double) mean[unit])
            .isCloseTo(0.9 * probe.of("n.mean").data()[unit] + 0.1 * mean(x, unit), within(1e-5));
        assertThat((double) variance[unit])
            .isCloseTo(
                0.9 * probe.of("n.variance").data()[unit] + 0.1 * squares(x, unit) / 5,
                within(1e-5));
      }
      for (float value : probe.run(y)) {
        assertThat(value).isFinite();
      }
    }
  }

  @Test
  void aBatchOfPaddingPoisonsNothing() {
    try (Probe probe = probe(true, 2).train(true)) {
      probe
          .with("x", Values.normal(1, 2, 2, UNITS))
          .with("mask", Values.of(Shape.of(2, 2), 0, 0, 0, 0));
      Operand<TFloat32> y =
          Normalizations.batchNorm(probe, "n", probe.input("x"), probe.input("mask"), 0.9, EPSILON);
      assertThat(probe.run(probe.updates.get("n.mean"))).containsExactly(probe.of("n.mean").data());
      assertThat(probe.run(probe.updates.get("n.variance")))
          .containsExactly(probe.of("n.variance").data());
      for (float value : probe.gradient(y, new float[12], "x")) {
        assertThat(value).isZero();
      }
    }
  }

  /** The values of positions whose mask is 1. */
  private static double[] real(double[] x, Values mask) {
    double[] found = new double[x.length];
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      if (mask.data()[i / UNITS] > 0) {
        found[count++] = x[i];
      }
    }
    return Arrays.copyOf(found, count);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void batchNormKeepsItsPrecisionFarFromZero(int rank) {
    try (Probe probe = probe(true, rank).train(true)) {
      Operand<TFloat32> y = batchNorm(probe);
      float[] near = probe.run(y);
      float[] far = probe.of("x").data().clone();
      for (int i = 0; i < far.length; i++) {
        far[i] += 1000;
      }
      float[] moved = probe.with("x", new Values(probe.of("x").shape(), far)).run(y);
      for (int i = 0; i < near.length; i++) {
        assertThat(moved[i]).isCloseTo(near[i], within(1e-3f));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void layerNormLooksAlongTheLastAxis(int rank) {
    try (Probe probe = probe(true, rank)) {
      Operand<TFloat32> y = Normalizations.layerNorm(probe, "n", probe.input("x"), 1e-5);
      Reference reference =
          in -> layerNorm(in.get("x"), in.get("n.scale"), in.get("n.shift"), 1e-5);
      reference.check(probe, y, "x", "n.scale", "n.shift");
    }
  }

  @Test
  void layerNormOfEqualValuesIsTheShift() {
    try (Probe probe = probe(true, 2)) {
      probe.with("x", Values.of(Shape.of(1, UNITS), 7, 7, 7));
      Operand<TFloat32> y = Normalizations.layerNorm(probe, "n", probe.input("x"), 1e-5);
      assertThat(probe.run(y)).containsExactly(probe.of("n.shift").data());
      for (float d : probe.gradient(y, new float[] {1, 2, 4}, "x")) {
        assertThat(d).isFinite();
      }
    }
  }

  /** Normalised by mean and biased variance of the values themselves. */
  static double[] byBatch(double[] x, double[] scale, double[] shift) {
    double[] mean = new double[UNITS];
    double[] variance = new double[UNITS];
    for (int unit = 0; unit < UNITS; unit++) {
      mean[unit] = mean(x, unit);
      variance[unit] = squares(x, unit) / (x.length / UNITS);
    }
    return normal(x, mean, variance, scale, shift);
  }

  private static Operand<TFloat32> batchNorm(Probe probe) {
    return Normalizations.batchNorm(probe, "n", probe.input("x"), 0.9, EPSILON);
  }

  private static Probe probe(boolean withLosses, int rank) {
    return new Probe(withLosses)
        .with("x", Values.normal(1, SHAPES[rank - 2]))
        .with("n.scale", Values.of(Shape.of(UNITS), 1, 2, -.5))
        .with("n.shift", Values.of(Shape.of(UNITS), .3, 0, -1))
        .with("n.mean", Values.of(Shape.of(UNITS), .5, -1, 2))
        .with("n.variance", Values.of(Shape.of(UNITS), 1, .25, 4));
  }

  private static double mean(double[] x, int unit) {
    double sum = 0;
    for (int i = unit; i < x.length; i += UNITS) {
      sum += x[i];
    }
    return sum / (x.length / UNITS);
  }

  private static double squares(double[] x, int unit) {
    double mean = mean(x, unit);
    double sum = 0;
    for (int i = unit; i < x.length; i += UNITS) {
      sum += (x[i] - mean) * (x[i] - mean);
    }
    return sum;
  }

  private static double[] normal(
      double[] x, double[] mean, double[] variance, double[] scale, double[] shift) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int unit = i % UNITS;
      double root = Math.sqrt(variance[unit] + EPSILON);
      y[i] = (x[i] - mean[unit]) / root * scale[unit] + shift[unit];
    }
    return y;
  }

  private static double[] layerNorm(double[] x, double[] scale, double[] shift, double epsilon) {
    double[] y = new double[x.length];
    for (int row = 0; row < x.length; row += UNITS) {
      double[] values = Arrays.copyOfRange(x, row, row + UNITS);
      double mean = Arrays.stream(values).average().orElseThrow();
      double variance =
          Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
      for (int i = 0; i < UNITS; i++) {
        y[row + i] = (values[i] - mean) / Math.sqrt(variance + epsilon) * scale[i] + shift[i];
      }
    }
    return y;
  }
}
