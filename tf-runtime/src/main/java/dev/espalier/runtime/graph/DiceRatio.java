package dev.espalier.runtime.graph;

import dev.espalier.runtime.EspalierException;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The Dice coefficient, {@code (2 sum(p y) + smooth) / (sum(p) + sum(y) + smooth)}.
 *
 * @param smooth added to both sides of the ratio, at least 0
 */
record DiceRatio(double smooth) {
  /** Keeps the ratio of nothing to nothing a number. */
  private static final float TINY = 1e-12f;

  static DiceRatio of(double smooth) {
    if (!(smooth >= 0) || Double.isInfinite(smooth)) {
      throw new EspalierException("Dice's smooth must be at least 0; found " + smooth + ".");
    }
    return new DiceRatio(smooth);
  }

  /** Over the axis after the batch. */
  Operand<TFloat32> of(Ops tf, Operand<TFloat32> predicted, Operand<TFloat32> actual) {
    Operand<TInt32> over = tf.constant(new int[] {1});
    Operand<TFloat32> both = tf.sum(tf.math.mul(predicted, actual), over);
    Operand<TFloat32> each = tf.sum(tf.math.add(predicted, actual), over);
    Operand<TFloat32> above =
        tf.math.add(tf.math.mul(both, tf.constant(2f)), tf.constant((float) smooth));
    return tf.math.div(above, tf.math.add(each, tf.constant(Math.max((float) smooth, TINY))));
  }
}
