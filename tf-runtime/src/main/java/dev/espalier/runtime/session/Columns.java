package dev.espalier.runtime.session;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TType;

/** Cuts columns out of a matrix. */
final class Columns {
  private Columns() {}

  /** The same, and the matrix itself where that is all of its columns. */
  static <T extends TType> Operand<T> of(Ops tf, Operand<T> matrix, int from, int to) {
    return to - from == matrix.shape().get(1) ? matrix : slice(tf, matrix, from, to);
  }

  /** The columns from {@code from} until before {@code to}, of all rows. */
  static <T extends TType> Operand<T> slice(Ops tf, Operand<T> matrix, int from, int to) {
    return tf.slice(
        matrix, tf.constant(new int[] {0, from}), tf.constant(new int[] {-1, to - from}));
  }
}
