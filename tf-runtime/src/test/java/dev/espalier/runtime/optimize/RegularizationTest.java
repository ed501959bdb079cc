package dev.espalier.runtime.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class RegularizationTest {

  @ParameterizedTest
  @CsvSource({"0, 0.5", "0.25, 0", "0.25, 0.5"})
  void addsItsGradient(double l1, double l2) {
    float[] weights = {-3, -0.5f, 0, 2};
    float[] gradients = {1, 2, 3, 4};
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> sum =
          new Regularization(l1, l2).addTo(tf, tf.constant(gradients), tf.constant(weights));
      try (Result result = session.runner().fetch(sum).run()) {
        for (int i = 0; i < weights.length; i++) {
          double expected = gradients[i] + l2 * weights[i] + l1 * Math.signum(weights[i]);
          assertThat((double) ((TFloat32) result.get(0)).getFloat(i))
              .isCloseTo(expected, within(1e-6));
        }
      }
    }
  }

  @Test
  void withoutRatesTheGradientIsItself() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> gradient = tf.constant(1f);
      assertThat(new Regularization(0, 0).addTo(tf, gradient, tf.constant(2f))).isSameAs(gradient);
    }
  }

  @Test
  void ratesAreNotNegative() {
    assertThatThrownBy(() -> new Regularization(-1, 0))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("L1 rate must be at least 0; found -1.0");
    assertThatThrownBy(() -> new Regularization(0, Double.NaN))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("L2 rate");
  }
}
