package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Dropout of single values, of any shape. */
public final class Dropouts {
  private Dropouts() {}

  /**
   * Sets each value to 0 with the probability {@code rate} in training steps and scales the others
   * by {@code 1 / (1 - rate)}; otherwise gives {@code x} to the bit.
   *
   * <p>The draws are a function of {@link GraphBuilder#seed seed(path)}.
   */
  public static Operand<TFloat32> dropout(
      GraphBuilder g, String path, Operand<TFloat32> x, double rate) {
    if (rate == 0 || !g.training()) {
      return x;
    }
    Ops tf = g.tf();
    float keep = 1 - (float) rate;
    Operand<TFloat32> draws = tf.random.statelessRandomUniform(tf.shape(x), g.seed(path));
    Operand<TFloat32> kept = tf.math.floor(tf.math.add(draws, tf.constant(keep)));
    Operand<TFloat32> factors = tf.math.mul(kept, tf.constant(1 / keep));
    // The draws depend on the shape of x; gradients have no way back through them.
    return tf.math.mul(x, tf.stopGradient(factors));
  }
}
