package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The hinge loss of labels that each hold or not; the mean over a row's labels. */
record SigmoidHinge(boolean squared) implements Loss {

  @Override
  public Operand<TFloat32> of(
      GraphBuilder g, String task, Operand<TFloat32> logits, Operand<TFloat32> label) {
    Ops tf = g.tf();
    Operand<TFloat32> wrong = SigmoidCrossEntropy.wrongness(tf, logits, label);
    return Shapes.rowMean(tf, beyondMargin(tf, wrong, squared));
  }

  /** {@code max(0, 1 + w)}, w how far a logit is on the wrong side; squared if wanted. */
  static Operand<TFloat32> beyondMargin(Ops tf, Operand<TFloat32> wrong, boolean squared) {
    Operand<TFloat32> distance = tf.nn.relu(tf.math.add(wrong, tf.constant(1f)));
    return squared ? tf.math.square(distance) : distance;
  }
}
