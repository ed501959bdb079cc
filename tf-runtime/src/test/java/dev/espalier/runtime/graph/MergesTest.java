package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class MergesTest {

  @Test
  void addSumsAll() {
    try (Probe probe = probe(3)) {
      Operand<TFloat32> y = Merges.add(probe, probe.input("a"), probe.input("b"), probe.input("c"));
      Reference reference = in -> combined(in, Double::sum, 0);
      reference.check(probe, y, "a", "b", "c");
    }
  }

  @Test
  void aValueAddedToItselfHasTwiceTheGradient() {
    try (Probe probe = probe(3)) {
      Operand<TFloat32> y = Merges.add(probe, probe.input("a"), probe.input("a"));
      Reference reference = in -> Arrays.stream(in.get("a")).map(v -> 2 * v).toArray();
      reference.check(probe, y, "a");
    }
  }

  @Test
  void multiplyMultipliesAll() {
    try (Probe probe = probe(3)) {
      Operand<TFloat32> y =
          Merges.multiply(probe, probe.input("a"), probe.input("b"), probe.input("c"));
      Reference reference = in -> combined(in, (p, q) -> p * q, 1);
      reference.check(probe, y, "a", "b", "c");
    }
  }

  @Test
  void concatJoinsTheLastAxis() {
    for (long[] outer : new long[][] {{4}, {4, 2}}) {
      try (Probe probe = new Probe(true)) {
        probe
            .with("a", Values.normal(1, with(outer, 2)))
            .with("b", Values.normal(2, with(outer, 3)));
        Operand<TFloat32> y = Merges.concat(probe, probe.input("a"), probe.input("b"));
        assertThat(y.shape().get(-1)).isEqualTo(5);
        Reference reference =
            in -> {
              double[] a = in.get("a");
              double[] b = in.get("b");
              double[] joined = new double[a.length + b.length];
              for (int row = 0; row < a.length / 2; row++) {
                System.arraycopy(a, row * 2, joined, row * 5, 2);
                System.arraycopy(b, row * 3, joined, row * 5 + 2, 3);
              }
              return joined;
            };
        reference.check(probe, y, "a", "b");
      }
    }
  }

  @Test
  void oneValueIsItself() {
    try (Probe probe = probe(2)) {
      Operand<TFloat32> a = probe.input("a");
      assertThat(Merges.add(probe, a)).isSameAs(a);
      assertThat(Merges.multiply(probe, a)).isSameAs(a);
      assertThat(Merges.concat(probe, a)).isSameAs(a);
    }
  }

  private static long[] with(long[] outer, long last) {
    long[] shape = Arrays.copyOf(outer, outer.length + 1);
    shape[outer.length] = last;
    return shape;
  }

  private static double[] combined(
      Map<String, double[]> in, DoubleBinaryOperator operator, double start) {
    double[] y = new double[in.get("a").length];
    Arrays.fill(y, start);
    for (double[] x : in.values()) {
      Arrays.setAll(y, i -> operator.applyAsDouble(y[i], x[i]));
    }
    return y;
  }

  private static Probe probe(int units) {
    return new Probe(true)
        .with("a", Values.normal(1, 4, units))
        .with("b", Values.normal(2, 4, units))
        .with("c", Values.normal(3, 4, units));
  }
}
