package dev.espalier.runtime.optimize;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The penalty on large weights, as a part of their gradient: {@code l2 w + l1 sign(w)}.
 *
 * @param l1 the rate of the sum of absolute weights, at least 0
 * @param l2 the rate of half the squared norm, at least 0
 */
public record Regularization(double l1, double l2) {

  /** A penalty whose rates are in range, else an {@code EspalierException}. */
  public Regularization {
    Ranges.requireNotNegative("L1 rate", l1);
    Ranges.requireNotNegative("L2 rate", l2);
  }

  /**
   * The gradient with the penalty's own added; without rates the gradient as it is.
   *
   * @param weight the parameter that the gradient was taken to, of the same shape
   */
  public Operand<TFloat32> addTo(Ops tf, Operand<TFloat32> gradient, Operand<TFloat32> weight) {
    Operand<TFloat32> sum = gradient;
    if (l2 > 0) {
      sum = tf.math.add(sum, tf.math.mul(weight, tf.constant((float) l2)));
    }
    if (l1 > 0) {
      sum = tf.math.add(sum, tf.math.mul(tf.math.sign(weight), tf.constant((float) l1)));
    }
    return sum;
  }
}
