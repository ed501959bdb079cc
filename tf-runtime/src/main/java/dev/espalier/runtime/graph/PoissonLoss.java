package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The negative logarithm of a count's probability, without what no parameter changes.
 *
 * <p>A logit is the logarithm of the rate. Beyond {@link #MOST} the loss goes on as a straight line
 * and the rate stays: a step that went much too far can come back, where e^z would be infinite.
 */
record PoissonLoss() implements Loss {
  /**
   * e^30 is 10^13; its square, which optimizers take of gradients, is finite in single precision.
   */
  private static final float MOST = 30;

  @Override
  public Operand<TFloat32> of(
      GraphBuilder g, String task, Operand<TFloat32> logits, Operand<TFloat32> label) {
    Ops tf = g.tf();
    // What is beyond has a gradient of its own: that of z - clip(z) would be a difference of
    // 10^13s.
    Operand<TFloat32> beyond = tf.nn.relu(tf.math.sub(logits, tf.constant(MOST)));
    Operand<TFloat32> line = tf.math.mul(beyond, tf.constant((float) Math.exp(MOST)));
    Operand<TFloat32> rate = tf.math.add(tf.math.exp(clipped(tf, logits)), line);
    return Shapes.flatIfSingle(tf, tf.math.sub(rate, tf.math.mul(label, logits)));
  }

  @Override
  public Operand<TFloat32> predicted(GraphBuilder g, String task, Operand<TFloat32> logits) {
    return g.tf().math.exp(clipped(g.tf(), logits));
  }

  private static Operand<TFloat32> clipped(Ops tf, Operand<TFloat32> logits) {
    return tf.clipByValue(logits, tf.constant(-Float.MAX_VALUE), tf.constant(MOST));
  }
}
