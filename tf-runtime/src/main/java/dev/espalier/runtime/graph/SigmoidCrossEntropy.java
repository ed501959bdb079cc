package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Cross-entropy of labels that each hold or not; the mean over a row's labels. */
record SigmoidCrossEntropy(double smoothing, LabelFactor factor) implements Loss {

  @Override
  public Operand<TFloat32> of(
      GraphBuilder g, String task, Operand<TFloat32> logits, Operand<TFloat32> label) {
    Ops tf = g.tf();
    Operand<TFloat32> wrong = wrongness(tf, logits, label);
    Operand<TFloat32> losses = tf.math.softplus(wrong);
    if (smoothing > 0) {
      // (1 - s/2) softplus(w) + s/2 softplus(-w), and softplus(-w) = softplus(w) - w.
      losses = tf.math.sub(losses, tf.math.mul(wrong, tf.constant((float) (smoothing / 2))));
    }
    return Shapes.rowMean(tf, factor.times(g, task, label, losses));
  }

  /**
   * The logit of being wrong: its softplus is -log p of the label, exact also where p is near 1.
   */
  static Operand<TFloat32> wrongness(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> label) {
    Operand<TFloat32> sign = tf.math.sub(tf.constant(1f), tf.math.mul(label, tf.constant(2f)));
    return tf.math.mul(logits, sign);
  }
}
