package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Focal loss of one of several classes. */
record SoftmaxFocal(FocalLoss focal) implements Loss {
  /** Takes the label's class out of a maximum and a sum of exponentials, and is finite. */
  private static final float OUT = 1e30f;

  @Override
  public Operand<TFloat32> of(
      GraphBuilder g, String task, Operand<TFloat32> logits, Operand<TFloat32> label) {
    Ops tf = g.tf();
    Operand<TInt32> last = tf.constant(new int[] {1});
    Operand<TFloat32> others = tf.math.sub(logits, tf.math.mul(label, tf.constant(OUT)));
    // The logit of being wrong is logsumexp of the other classes minus the label's own logit.
    Operand<TFloat32> highest =
        tf.stopGradient(tf.reduceMax(others, last, ReduceMax.keepDims(true)));
    Operand<TFloat32> sum =
        tf.sum(tf.math.exp(tf.math.sub(others, highest)), last, Sum.keepDims(true));
    Operand<TFloat32> own = tf.sum(tf.math.mul(logits, label), last, Sum.keepDims(true));
    Operand<TFloat32> wrong = tf.math.sub(tf.math.add(tf.math.log(sum), highest), own);
    return focal.of(tf, Shapes.flat(tf, wrong));
  }
}
