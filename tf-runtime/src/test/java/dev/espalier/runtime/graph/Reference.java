package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** What a function should be, in plain double precision: inputs by name to its values. */
@FunctionalInterface
interface Reference {

  double[] of(Map<String, double[]> inputs);

  /**
   * Checks a graph's value against this, and its gradients with respect to some inputs against
   * central differences of this.
   */
  default void check(Probe probe, Operand<TFloat32> y, String... names) {
    Map<String, double[]> inputs = new HashMap<>();
    for (String name : names) {
      inputs.put(name, probe.of(name).doubles());
    }
    double[] expected = of(inputs);
    assertClose("value", probe.run(y), expected);

    Random random = new Random(7);
    float[] upstream = new float[expected.length];
    for (int i = 0; i < upstream.length; i++) {
      upstream[i] = (float) (0.5 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
    }
    for (String name : names) {
      float[] gradient = probe.gradient(y, upstream, name);
      assertClose("gradient to " + name, gradient, differences(inputs, name, upstream));
    }
  }

  private double[] differences(Map<String, double[]> inputs, String name, float[] upstream) {
    double[] x = inputs.get(name);
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double old = x[i];
      double h = 1e-5 * Math.max(1, Math.abs(old));
      x[i] = old + h;
      double above = dot(of(inputs), upstream);
      x[i] = old - h;
      double below = dot(of(inputs), upstream);
      x[i] = old;
      gradient[i] = (above - below) / (2 * h);
    }
    return gradient;
  }

  private static double dot(double[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /**
   * Relative 1e-4; absolute 1e-5, which is what is left of numbers around 10 in single precision.
   */
  static void assertClose(String what, float[] actual, double[] expected) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i])
          .as("%s, element %d", what, i)
          .isCloseTo(expected[i], within(1e-5 + 1e-4 * Math.abs(expected[i])));
    }
  }
}
