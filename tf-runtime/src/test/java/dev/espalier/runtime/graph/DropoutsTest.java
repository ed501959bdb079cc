package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class DropoutsTest {
  private static final int ROWS = 2000;
  private static final int UNITS = 50;

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void dropsItsRateAndScalesTheRest(double rate) {
    try (Probe probe = probe().train(true)) {
      Operand<TFloat32> x = probe.input("x");
      Operand<TFloat32> y = Dropouts.dropout(probe, "d", x, rate);
      float[] in = probe.of("x").data();
      float[] out = probe.run(y);
      int[] droppedOfUnit = new int[UNITS];
      int dropped = 0;
      double worst = 0;
      for (int i = 0; i < in.length; i++) {
        if (out[i] == 0) {
          dropped++;
          droppedOfUnit[i % UNITS]++;
        } else {
          worst = Math.max(worst, Math.abs(out[i] * (1 - rate) / in[i] - 1));
        }
      }
      assertThat(worst).isLessThan(1e-6);
      double n = in.length;
      // Five standard deviations of a binomial.
      assertThat(dropped / n).isCloseTo(rate, within(5 * Math.sqrt(rate * (1 - rate) / n)));
      for (int count : droppedOfUnit) {
        assertThat(count / (double) ROWS)
            .isCloseTo(rate, within(5 * Math.sqrt(rate * (1 - rate) / ROWS)));
      }
    }
  }

  @Test
  void theGradientGoesWhereTheValueWent() {
    try (Probe probe = probe().train(true)) {
      Operand<TFloat32> y = Dropouts.dropout(probe, "d", probe.input("x"), 0.25);
      float[] out = probe.run(y);
      float[] in = probe.of("x").data();
      float[] upstream = new float[in.length];
      Arrays.fill(upstream, 2);
      float[] gradient = probe.gradient(y, upstream, "x");
      double worst = 0;
      for (int i = 0; i < in.length; i++) {
        worst = Math.max(worst, Math.abs(gradient[i] - (out[i] == 0 ? 0 : 2 / .75)));
      }
      assertThat(worst).isLessThan(1e-5);
    }
  }

  @Test
  void drawsAreAFunctionOfStepAndPath() {
    try (Probe probe = probe().train(true).step(1)) {
      Operand<TFloat32> x = probe.input("x");
      Operand<TFloat32> here = Dropouts.dropout(probe, "here", x, 0.5);
      Operand<TFloat32> there = Dropouts.dropout(probe, "there", x, 0.5);
      float[] first = probe.run(here);
      assertThat(probe.run(here)).isEqualTo(first);
      assertThat(agreement(first, probe.run(there))).isCloseTo(0.5, within(0.02));
      assertThat(agreement(first, probe.step(2).run(here))).isCloseTo(0.5, within(0.02));
      assertThat(probe.step(1).run(here)).isEqualTo(first);
    }
  }

  @Test
  void anEmptyBatchStaysEmpty() {
    try (Probe probe = probe().train(true)) {
      Operand<TFloat32> y = Dropouts.dropout(probe, "d", probe.input("x"), 0.5);
      probe.with("x", Values.of(Shape.of(0, UNITS)));
      assertThat(probe.run(y)).isEmpty();
    }
  }

  @Test
  void isNothingOutsideTrainingAndAtRateZero() {
    try (Probe probe = probe()) {
      Operand<TFloat32> x = probe.input("x");
      assertThat(Dropouts.dropout(probe, "d", x, 0.5)).isSameAs(x);
      assertThat(Dropouts.dropout(probe.train(true), "d", x, 0)).isSameAs(x);
    }
  }

  /** Of values and their fate; values are never 0. */
  private static double agreement(float[] a, float[] b) {
    int equal = 0;
    for (int i = 0; i < a.length; i++) {
      equal += (a[i] == 0) == (b[i] == 0) ? 1 : 0;
    }
    return equal / (double) a.length;
  }

  private static Probe probe() {
    return new Probe(true)
        .with("x", Values.filled(Shape.of(ROWS, UNITS), i -> 0.5 + (i % 97) / 97.0));
  }
}
