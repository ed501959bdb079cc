package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Huber's loss of the difference of numbers. */
record HuberLoss(double delta) implements Loss {

  @Override
  public Operand<TFloat32> of(
      GraphBuilder g, String task, Operand<TFloat32> logits, Operand<TFloat32> label) {
    Ops tf = g.tf();
    Operand<TFloat32> d = tf.math.sub(logits, label);
    Operand<TFloat32> near =
        tf.clipByValue(d, tf.constant((float) -delta), tf.constant((float) delta));
    // With c = clip(d), c (d - c / 2) is d^2 / 2 within and delta (|d| - delta / 2) beyond.
    Operand<TFloat32> rest = tf.math.sub(d, tf.math.mul(near, tf.constant(.5f)));
    return Shapes.flatIfSingle(tf, tf.math.mul(near, rest));
  }
}
