package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class ExpertsTest {
  private static final int ROWS = 4;
  private static final int EXPERTS = 3;

  static List<long[]> shapes() {
    return List.of(new long[] {ROWS, 5}, new long[] {ROWS, 2, 3}, new long[] {ROWS, 2, 3, 2});
  }

  @Test
  void aGateIsASoftmaxOfALinearMap() {
    try (Probe probe =
        new Probe(true)
            .with("x", Values.normal(1, ROWS, 2))
            .with("g.kernel", Values.normal(2, 2, EXPERTS))
            .with("g.bias", Values.normal(3, EXPERTS))) {
      Operand<TFloat32> y = Experts.gate(probe, "g", probe.input("x"));
      Reference reference =
          in -> {
            double[] logits =
                DenseLayersTest.product(in.get("x"), in.get("g.kernel"), in.get("g.bias"), EXPERTS);
            double[] weights = new double[logits.length];
            for (int i = 0; i < weights.length; i++) {
              double sum = 0;
              for (int e = 0; e < EXPERTS; e++) {
                sum += Math.exp(logits[i / EXPERTS * EXPERTS + e]);
              }
              weights[i] = Math.exp(logits[i]) / sum;
            }
            return weights;
          };
      reference.check(probe, y, "x", "g.kernel", "g.bias");
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aMixtureIsAWeightedSum(long[] shape) {
    try (Probe probe = new Probe(true).with("gate", Values.normal(9, ROWS, EXPERTS))) {
      List<Operand<TFloat32>> experts = new ArrayList<>();
      for (int e = 0; e < EXPERTS; e++) {
        probe.with("e" + e, Values.normal(e, shape));
        experts.add(probe.input("e" + e));
      }
      Operand<TFloat32> stack =
          Experts.stack(probe, experts.get(0), experts.get(1), experts.get(2));
      Operand<TFloat32> y = Experts.mixture(probe, stack, probe.input("gate"));
      assertThat(y.shape().numDimensions()).isEqualTo(shape.length);
      for (int axis = 1; axis < shape.length; axis++) {
        assertThat(y.shape().get(axis)).isEqualTo(shape[axis]);
      }
      Reference reference =
          in -> {
            double[] mixed = new double[in.get("e0").length];
            int size = mixed.length / ROWS;
            for (int i = 0; i < mixed.length; i++) {
              for (int e = 0; e < EXPERTS; e++) {
                mixed[i] += in.get("gate")[i / size * EXPERTS + e] * in.get("e" + e)[i];
              }
            }
            return mixed;
          };
      reference.check(probe, y, "gate", "e0", "e1", "e2");
    }
  }
}
