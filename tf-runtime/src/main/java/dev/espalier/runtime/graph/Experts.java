package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;

/** Mixtures of experts: values of one shape, each times what a gate says. */
public final class Experts {
  private Experts() {}

  /**
   * How much each expert counts: {@code softmax(x W + b)}, from {@code [batch, n]} to {@code
   * [batch, experts]}.
   *
   * <p>The parameters are {@code path.kernel [n, experts]} and {@code path.bias [experts]}.
   */
  public static Operand<TFloat32> gate(GraphBuilder g, String path, Operand<TFloat32> x) {
    return g.tf().nn.softmax(DenseLayers.dense(g, path, x));
  }

  /** Values of several experts side by side: {@code [batch, experts, ...]}. */
  @SafeVarargs
  @SuppressWarnings("varargs") // List.of copies the array
  public static Operand<TFloat32> stack(GraphBuilder g, Operand<TFloat32>... experts) {
    return g.tf().stack(List.of(experts), Stack.axis(1L));
  }

  /**
   * The sum of experts, each times its weight: {@code [batch, ...]}.
   *
   * @param experts {@code [batch, experts, ...]}
   * @param gate their weights, {@code [batch, experts]}
   */
  public static Operand<TFloat32> mixture(
      GraphBuilder g, Operand<TFloat32> experts, Operand<TFloat32> gate) {
    Ops tf = g.tf();
    long[] shape = experts.shape().asArray();
    int count = Math.toIntExact(shape[1]);
    int[] each = new int[shape.length - 1];
    each[0] = -1;
    int size = 1;
    for (int i = 2; i < shape.length; i++) {
      each[i - 1] = Math.toIntExact(shape[i]);
      size *= each[i - 1];
    }
    Operand<TFloat32> flat =
        each.length == 2 ? experts : tf.reshape(experts, tf.constant(new int[] {-1, count, size}));
    // An einsum says the same and takes up to twice the time, as does a product that is summed.
    Operand<TFloat32> mixed =
        tf.train.batchMatMul(tf.expandDims(gate, tf.constant(1)), flat, TFloat32.class);
    return tf.reshape(mixed, tf.constant(each));
  }
}
