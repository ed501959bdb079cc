package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The hinge loss of one of several classes, as Crammer and Singer have it. */
record SoftmaxHinge(boolean squared) implements Loss {
  /** Takes the label's class out of a maximum, and is finite. */
  private static final float OUT = 1e30f;

  @Override
  public Operand<TFloat32> of(
      GraphBuilder g, String task, Operand<TFloat32> logits, Operand<TFloat32> label) {
    Ops tf = g.tf();
    Operand<TInt32> last = tf.constant(new int[] {1});
    Operand<TFloat32> others = tf.math.sub(logits, tf.math.mul(label, tf.constant(OUT)));
    Operand<TFloat32> own = tf.sum(tf.math.mul(logits, label), last);
    Operand<TFloat32> wrong = tf.math.sub(tf.reduceMax(others, last), own);
    return SigmoidHinge.beyondMargin(tf, wrong, squared);
  }
}
