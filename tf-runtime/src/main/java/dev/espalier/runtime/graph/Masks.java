package dev.espalier.runtime.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What layers do with a sequence's mask {@code [batch, length]}. */
final class Masks {
  /** Below any value of a network, and still finite when something is added to it. */
  private static final float LOWEST = -1e30f;

  private Masks() {}

  /** {@code [batch, length]} to {@code [batch, length, 1]}. */
  static Operand<TFloat32> column(Ops tf, Operand<TFloat32> mask) {
    return tf.expandDims(mask, tf.constant(2));
  }

  /** Values {@code [batch, length, n]}, 0 where there is padding. */
  static Operand<TFloat32> real(Ops tf, Operand<TFloat32> x, Operand<TFloat32> mask) {
    return tf.math.mul(x, column(tf, mask));
  }

  /** Values {@code [batch, length, n]}, less than any where there is padding. */
  static Operand<TFloat32> realOrLowest(Ops tf, Operand<TFloat32> x, Operand<TFloat32> mask) {
    Operand<TFloat32> padding =
        tf.math.mul(tf.math.sub(column(tf, mask), tf.constant(1f)), tf.constant(-LOWEST));
    return tf.math.add(real(tf, x, mask), padding);
  }
}
