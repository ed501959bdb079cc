package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Pools of all positions: {@code [batch, ..., n]} to {@code [batch, n]}. */
public final class GlobalPools {
  private GlobalPools() {}

  /** The mean. */
  public static Operand<TFloat32> globalAveragePool(GraphBuilder g, Operand<TFloat32> x) {
    return g.tf().math.mean(x, positions(g.tf(), x));
  }

  /**
   * The mean of real positions; 0 where there are none.
   *
   * @param x {@code [batch, length, n]}
   * @param mask 1 for real positions, 0 for padding, {@code [batch, length]}
   */
  public static Operand<TFloat32> globalAveragePool(
      GraphBuilder g, Operand<TFloat32> x, Operand<TFloat32> mask) {
    Ops tf = g.tf();
    Operand<TInt32> length = tf.constant(new int[] {1});
    Operand<TFloat32> sums = tf.sum(Masks.real(tf, x, mask), length);
    Operand<TFloat32> real = tf.sum(Masks.column(tf, mask), length);
    Operand<TFloat32> counts = tf.math.maximum(real, tf.constant(1f));
    return tf.math.div(sums, tf.stopGradient(counts));
  }

  /** The greatest value. */
  public static Operand<TFloat32> globalMaxPool(GraphBuilder g, Operand<TFloat32> x) {
    return g.tf().max(x, positions(g.tf(), x));
  }

  /**
   * The greatest value at real positions; 0 where there are none.
   *
   * @param x {@code [batch, length, n]}
   * @param mask 1 for real positions, 0 for padding, {@code [batch, length]}
   */
  public static Operand<TFloat32> globalMaxPool(
      GraphBuilder g, Operand<TFloat32> x, Operand<TFloat32> mask) {
    Ops tf = g.tf();
    Operand<TInt32> length = tf.constant(new int[] {1});
    Operand<TFloat32> greatest = tf.max(Masks.realOrLowest(tf, x, mask), length);
    return tf.math.mul(greatest, tf.max(Masks.column(tf, mask), length));
  }

  private static Operand<TInt32> positions(Ops tf, Operand<TFloat32> x) {
    int[] axes = new int[Shapes.rank(x) - 2];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = i + 1;
    }
    return tf.constant(axes);
  }
}
