package dev.espalier.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.EspalierException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

class DenseLayersTest {
  private static final int IN = 4;
  private static final int OUT = 3;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void multipliesTheLastAxisAndAddsTheBias(int rank) {
    try (Probe probe = probe(rank)) {
      Operand<TFloat32> y = DenseLayers.dense(probe, "d", probe.input("x"));
      assertThat(y.shape().get(-1)).isEqualTo(OUT);
      assertThat(y.shape().numDimensions()).isEqualTo(rank);
      Reference reference = in -> product(in.get("x"), in.get("d.kernel"), in.get("d.bias"), OUT);
      reference.check(probe, y, "x", "d.kernel", "d.bias");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void withoutBiasMultipliesOnly(int rank) {
    try (Probe probe = probe(rank)) {
      Operand<TFloat32> y = DenseLayers.denseWithoutBias(probe, "d", probe.input("x"));
      Reference reference = in -> product(in.get("x"), in.get("d.kernel"), new double[OUT], OUT);
      reference.check(probe, y, "x", "d.kernel");
    }
  }

  @Test
  void manyAxesMayBeOpen() {
    try (Probe probe = probe(3)) {
      Operand<TFloat32> x = probe.input("x");
      // A shape that only a run knows, over an operation that hands gradients on.
      Operand<TFloat32> open = probe.tf().reshape(x, open(probe));
      Operand<TFloat32> y = DenseLayers.dense(probe, "d", open);
      assertThat(y.shape().get(-1)).isEqualTo(OUT);
      Operand<TFloat32> closed = DenseLayers.dense(probe, "d", x);
      assertThat(probe.run(y)).containsExactly(probe.run(closed));
      float[] upstream = Values.normal(6, 5L * 2 * OUT).data();
      assertThat(probe.gradient(y, upstream, "x"))
          .containsExactly(probe.gradient(closed, upstream, "x"));
      assertThat(open.shape().asArray()).containsExactly(-1, -1, IN);
      assertThat(probe.run(probe.tf().dtypes.cast(probe.tf().shape(y), TFloat32.class)))
          .containsExactly(5, 2, OUT);
    }
  }

  @Test
  void anUnknownLastAxisIsSaidSo() {
    try (Probe probe = probe(3)) {
      Operand<TFloat32> x =
          probe.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 2, -1)));
      assertThatThrownBy(() -> DenseLayers.dense(probe, "d", x))
          .isInstanceOf(EspalierException.class)
          .hasMessageContaining("last axis");
    }
  }

  private static Operand<TInt32> open(Probe probe) {
    Ops tf = probe.tf();
    Operand<TInt32> outer = tf.placeholderWithDefault(tf.constant(new int[] {5, 2}), Shape.of(2));
    return tf.concat(List.of(outer, tf.array(IN)), tf.constant(0));
  }

  private static Probe probe(int rank) {
    long[][] shapes = {{5, IN}, {5, 2, IN}, {5, 2, 3, IN}};
    return new Probe(true)
        .with("x", Values.normal(1, shapes[rank - 2]))
        .with("d.kernel", Values.normal(2, IN, OUT))
        .with("d.bias", Values.normal(3, OUT));
  }

  static double[] product(double[] x, double[] kernel, double[] bias, int out) {
    int in = kernel.length / out;
    int rows = x.length / in;
    double[] y = new double[rows * out];
    for (int row = 0; row < rows; row++) {
      for (int unit = 0; unit < out; unit++) {
        double sum = bias[unit];
        for (int i = 0; i < in; i++) {
          sum += x[row * in + i] * kernel[i * out + unit];
        }
        y[row * out + unit] = sum;
      }
    }
    return y;
  }
}
