package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;

/**
 * How far a row's softmax is from the distribution that its label is, at each of the row's elements
 * alike: their mean is the row's divergence.
 */
record KlDivergenceLoss() implements Loss {

  @Override
  public Operand<TFloat32> of(
      GraphBuilder g, String task, Operand<TFloat32> logits, Operand<TFloat32> label) {
    Ops tf = g.tf();
    // 0 log 0 is 0; no gradient goes this way.
    Operand<TFloat32> logLabel = tf.math.log(tf.math.maximum(label, tf.constant(Float.MIN_NORMAL)));
    Operand<TFloat32> each = tf.math.mul(label, tf.math.sub(logLabel, tf.nn.logSoftmax(logits)));
    Operand<TFloat32> row = tf.sum(each, tf.constant(new int[] {1}), Sum.keepDims(true));
    return tf.math.add(row, tf.zerosLike(logits));
  }

  @Override
  public Operand<TFloat32> predicted(GraphBuilder g, String task, Operand<TFloat32> logits) {
    return g.tf().nn.softmax(logits);
  }
}
