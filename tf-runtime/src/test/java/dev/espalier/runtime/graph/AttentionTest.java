package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class AttentionTest {
  private static final int ROWS = 3;
  private static final int LENGTH = 4;
  private static final int UNITS = 6;

  /** Two real positions, none, all. */
  private static final Values MASK =
      Values.of(Shape.of(ROWS, LENGTH), 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1);

  private static final Values ALL = Values.filled(Shape.of(ROWS, LENGTH), i -> 1);

  private static final String[] LEARNT = {
    "x",
    "a.queryKernel",
    "a.queryBias",
    "a.keyKernel",
    "a.keyBias",
    "a.valueKernel",
    "a.valueBias",
    "a.outputKernel",
    "a.outputBias"
  };

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "6, false", "3, true"})
  void everyPositionTakesFromAll(int heads, boolean causal) {
    try (Probe probe = probe(1)) {
      Operand<TFloat32> y = Attention.selfAttention(probe, "a", probe.input("x"), heads, 0, causal);
      assertThat(y.shape().asArray()).containsExactly(-1, LENGTH, UNITS);
      Reference reference = in -> attention(in, ALL.doubles(), heads, causal);
      reference.check(probe, y, LEARNT);
    }
  }

  /** Also where logits are so great that a mask of a mere -100 would not hide them. */
  @ParameterizedTest
  @CsvSource({"2, false, 1", "3, true, 1", "2, false, 20"})
  void nobodyAttendsToPadding(int heads, boolean causal, double scale) {
    try (Probe probe = probe(scale).with("mask", MASK)) {
      Operand<TFloat32> y =
          Attention.selfAttention(
              probe, "a", probe.input("x"), probe.input("mask"), heads, 0, causal);
      assertThat(y.shape().asArray()).containsExactly(-1, LENGTH, UNITS);
      Reference reference = in -> attention(in, MASK.doubles(), heads, causal);
      if (scale == 1) {
        reference.check(probe, y, LEARNT);
      }
      float[] out = probe.run(y);
      float[] upstream = Values.normal(9, out.length).data();
      float[] gradient = probe.gradient(y, upstream, "x");
      for (int i = 0; i < out.length; i++) {
        assertThat(out[i]).isFinite();
        assertThat(gradient[i]).isFinite();
        if (MASK.data()[i / UNITS] == 0) {
          assertThat(out[i]).isZero();
          assertThat(gradient[i]).isZero();
        }
      }
    }
  }

  @Test
  void whatIsPaddingMakesNoDifference() {
    try (Probe probe = probe(1).with("mask", MASK)) {
      Operand<TFloat32> y =
          Attention.selfAttention(probe, "a", probe.input("x"), probe.input("mask"), 2, 0, false);
      float[] before = Values.unsignedZeros(probe.run(y));
      float[] x = probe.of("x").data();
      for (int i = 0; i < x.length; i++) {
        x[i] = MASK.data()[i / UNITS] == 0 ? 1000 * (i % 5) : x[i];
      }
      assertThat(Values.unsignedZeros(probe.run(y))).isEqualTo(before);
    }
  }

  /** Of 16 weights a head, a quarter: seen where values are all 1 and the rest passes them on. */
  @Test
  void dropsWeightsInTrainingAlone() {
    int rows = 500;
    double[] unit = new double[UNITS * UNITS];
    for (int i = 0; i < UNITS; i++) {
      unit[i * (UNITS + 1)] = 1;
    }
    try (Probe probe =
        probe(0)
            .with("x", Values.normal(3, rows, LENGTH, UNITS))
            .with("a.valueKernel", Values.filled(Shape.of(UNITS, UNITS), i -> 0))
            .with("a.valueBias", Values.filled(Shape.of(UNITS), i -> 1))
            .with("a.outputBias", Values.filled(Shape.of(UNITS), i -> 0))
            .with("a.outputKernel", Values.of(Shape.of(UNITS, UNITS), unit))) {
      Operand<TFloat32> y = Attention.selfAttention(probe, "a", probe.input("x"), 2, .25, false);
      float[] sure = probe.run(y);
      assertThat(sure).containsOnly(sure[0]);
      float[] out =
          probe.run(
              Attention.selfAttention(probe.train(true), "a", probe.input("x"), 2, .25, false));
      double mean = 0;
      double square = 0;
      for (float value : out) {
        mean += (value - sure[0] + 1) / out.length;
        square += (value - sure[0]) * (value - sure[0]) / out.length;
      }
      assertThat(mean).isCloseTo(1, within(0.03));
      // A mean of 4 equal weights, each kept with .75 and then 4 / 3 of itself.
      assertThat(square).isCloseTo(.25 / .75 / 4, within(0.01));
    }
  }

  private static Probe probe(double scale) {
    Probe probe = new Probe(true).with("x", Values.normal(1, ROWS, LENGTH, UNITS));
    int seed = 2;
    for (String part : List.of("query", "key", "value", "output")) {
      Values kernel = Values.normal(seed++, UNITS, UNITS);
      boolean logits = part.equals("query") || part.equals("key");
      double factor = .4 * (logits ? scale : 1);
      probe
          .with(
              "a." + part + "Kernel", Values.filled(kernel.shape(), i -> factor * kernel.data()[i]))
          .with("a." + part + "Bias", Values.normal(seed++, UNITS));
    }
    return probe;
  }

  private static double[] attention(
      Map<String, double[]> in, double[] mask, int heads, boolean causal) {
    double[][] parts = new double[3][];
    String[] names = {"query", "key", "value"};
    for (int i = 0; i < 3; i++) {
      parts[i] =
          DenseLayersTest.product(
              in.get("x"),
              in.get("a." + names[i] + "Kernel"),
              in.get("a." + names[i] + "Bias"),
              UNITS);
    }
    int size = UNITS / heads;
    double[] mixed = new double[ROWS * LENGTH * UNITS];
    for (int row = 0; row < ROWS; row++) {
      for (int head = 0; head < heads; head++) {
        for (int at = 0; at < LENGTH; at++) {
          int start = head * size;
          double[] weights = new double[LENGTH];
          for (int other = 0; other < LENGTH; other++) {
            boolean seen = mask[row * LENGTH + other] == 1 && (!causal || other <= at);
            double logit = 0;
            for (int unit = start; unit < start + size; unit++) {
              logit += parts[0][index(row, at, unit)] * parts[1][index(row, other, unit)];
            }
            weights[other] = seen ? Math.exp(logit / Math.sqrt(size)) : 0;
          }
          double sum = Math.max(Arrays.stream(weights).sum(), 1e-300);
          for (int other = 0; other < LENGTH; other++) {
            for (int unit = start; unit < start + size; unit++) {
              mixed[index(row, at, unit)] +=
                  weights[other] / sum * parts[2][index(row, other, unit)];
            }
          }
        }
      }
    }
    double[] out =
        DenseLayersTest.product(mixed, in.get("a.outputKernel"), in.get("a.outputBias"), UNITS);
    for (int i = 0; i < out.length; i++) {
      out[i] *= mask[i / UNITS];
    }
    return out;
  }

  private static int index(int row, int at, int unit) {
    return (row * LENGTH + at) * UNITS + unit;
  }
}
