package dev.espalier.runtime.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The focal loss as a function of the logit of being wrong.
 *
 * <p>With {@code w} that logit, 1 - p is {@code sigmoid(w)} and the cross-entropy {@code
 * softplus(w)}, so that {@code (1 - p)^gamma} is {@code exp(-gamma softplus(-w))}: no power whose
 * gradient is infinite at p = 1 when gamma is below 1.
 */
record FocalLoss(double gamma) {

  Operand<TFloat32> of(Ops tf, Operand<TFloat32> wrong) {
    Operand<TFloat32> crossEntropy = tf.math.softplus(wrong);
    if (gamma == 0) {
      return crossEntropy;
    }
    Operand<TFloat32> logWrong = tf.math.softplus(tf.math.neg(wrong));
    Operand<TFloat32> focus = tf.math.exp(tf.math.mul(logWrong, tf.constant((float) -gamma)));
    return tf.math.mul(focus, crossEntropy);
  }
}
