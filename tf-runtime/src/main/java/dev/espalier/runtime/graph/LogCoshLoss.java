package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The logarithm of the hyperbolic cosine of the difference of numbers. */
record LogCoshLoss() implements Loss {

  @Override
  public Operand<TFloat32> of(
      GraphBuilder g, String task, Operand<TFloat32> logits, Operand<TFloat32> label) {
    Ops tf = g.tf();
    Operand<TFloat32> size = tf.math.abs(tf.math.sub(logits, label));
    // log cosh d = |d| + log(1 + e^(-2 |d|)) - log 2, where cosh itself overflows at 89.
    Operand<TFloat32> rest = tf.math.softplus(tf.math.mul(size, tf.constant(-2f)));
    Operand<TFloat32> twice = tf.math.add(size, rest);
    return Shapes.flatIfSingle(tf, tf.math.sub(twice, tf.constant((float) Math.log(2))));
  }
}
