package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;

/**
 * 1 minus the cosine of the angle between a row's logits and its label, at each of the row's
 * elements alike: their mean is the row's distance.
 *
 * <p>Elements that are missing take no part. The cosine with a vector of length 0 is 0; near that
 * the gradient is bounded.
 */
record CosineDistanceLoss() implements Loss {
  /** Logits shorter than 1e-4 are taken for that long: their gradient would have no bound. */
  private static final float SHORT = 1e-8f;

  private static final float TINY = 1e-30f;

  @Override
  public Operand<TFloat32> of(
      GraphBuilder g, String task, Operand<TFloat32> logits, Operand<TFloat32> label) {
    Ops tf = g.tf();
    Operand<TFloat32> there = tf.math.sign(g.weights(task));
    Operand<TFloat32> cosine =
        rowSum(tf, tf.math.mul(unit(tf, logits, there, SHORT), unit(tf, label, there, TINY)));
    return tf.math.add(tf.math.sub(tf.constant(1f), cosine), tf.zerosLike(logits));
  }

  @Override
  public Operand<TFloat32> predicted(GraphBuilder g, String task, Operand<TFloat32> logits) {
    return logits;
  }

  private static Operand<TFloat32> unit(
      Ops tf, Operand<TFloat32> vectors, Operand<TFloat32> there, float least) {
    Operand<TFloat32> masked = tf.math.mul(vectors, there);
    Operand<TFloat32> squares = rowSum(tf, tf.math.square(masked));
    return tf.math.mul(masked, tf.math.rsqrt(tf.math.maximum(squares, tf.constant(least))));
  }

  private static Operand<TFloat32> rowSum(Ops tf, Operand<TFloat32> x) {
    return tf.sum(x, tf.constant(new int[] {1}), Sum.keepDims(true));
  }
}
