package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The moving mean and variance of a batch normalisation: {@code path.mean}, {@code path.variance}.
 */
record MovingStatistics(GraphBuilder g, String path, double momentum) {

  /**
   * Moves both towards those of a batch; where they say nothing, as of no value or of one, they
   * stay.
   *
   * @param unbiased the batch's variance
   * @param count values of a unit in the batch, a scalar
   */
  void move(Operand<TFloat32> mean, Operand<TFloat32> unbiased, Operand<TFloat32> count) {
    Ops tf = g.tf();
    g.update(path + ".mean", moved(g.state(path + ".mean"), mean, count));
    Operand<TFloat32> others = tf.math.sub(count, tf.constant(1f));
    g.update(path + ".variance", moved(g.state(path + ".variance"), unbiased, others));
  }

  /** The average after this step; as before where {@code evidence} is not above 0. */
  private Operand<TFloat32> moved(
      Operand<TFloat32> old, Operand<TFloat32> batch, Operand<TFloat32> evidence) {
    Ops tf = g.tf();
    Operand<TFloat32> one = tf.math.minimum(tf.nn.relu(evidence), tf.constant(1f));
    Operand<TFloat32> step = tf.math.mul(one, tf.constant((float) (1 - momentum)));
    return tf.math.add(old, tf.math.mul(tf.math.sub(batch, old), step));
  }

  /** Values of a unit in the batch, as a scalar. */
  static Operand<TFloat32> count(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> elements = tf.dtypes.cast(tf.size(x), TFloat32.class);
    return tf.stopGradient(tf.math.div(elements, tf.constant((float) Shapes.units(x))));
  }
}
