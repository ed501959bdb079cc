package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Masks through which one task sees a layer that all share. */
public final class TaskAttentions {
  /** Far below the share of one real position in any window. */
  private static final float LEAST = 1e-6f;

  private TaskAttentions() {}

  /**
   * A mask made of the layer alone: {@code sigmoid(relu(x W1 + b1) W2 + b2)} along the last axis.
   *
   * <p>The parameters are {@code path.inner.kernel [n, n]}, {@code path.inner.bias [n]}, {@code
   * path.outer.kernel [n, n]} and {@code path.outer.bias [n]}.
   *
   * @param x {@code [batch, ..., n]}
   */
  public static Operand<TFloat32> attention(GraphBuilder g, String path, Operand<TFloat32> x) {
    Operand<TFloat32> inner = Activations.relu(g, DenseLayers.dense(g, path + ".inner", x));
    return Activations.sigmoid(g, DenseLayers.dense(g, path + ".outer", inner));
  }

  /**
   * A mask made of the layer and of what was attended before, brought to its positions by
   * averaging; {@code path.inner.kernel} is {@code [n + m, n]} then.
   *
   * @param x {@code [batch, ..., n]}
   * @param before {@code [batch, ..., m]}
   */
  public static Operand<TFloat32> attention(
      GraphBuilder g, String path, Operand<TFloat32> x, Operand<TFloat32> before) {
    return attention(g, path, Merges.concat(g, x, Resizing.like(g.tf(), before, x)));
  }

  /**
   * The same of a sequence, whose padding is left out of averages.
   *
   * @param mask 1 for real positions of {@code before}, 0 for padding, {@code [batch, length]}
   */
  public static Operand<TFloat32> attention(
      GraphBuilder g,
      String path,
      Operand<TFloat32> x,
      Operand<TFloat32> before,
      Operand<TFloat32> mask) {
    Ops tf = g.tf();
    Operand<TFloat32> sums = Resizing.like(tf, Masks.real(tf, before, mask), x);
    Operand<TFloat32> shares = Resizing.like(tf, Masks.column(tf, mask), x);
    Operand<TFloat32> means =
        tf.math.div(sums, tf.stopGradient(tf.math.maximum(shares, tf.constant(LEAST))));
    return attention(g, path, Merges.concat(g, x, means));
  }
}
