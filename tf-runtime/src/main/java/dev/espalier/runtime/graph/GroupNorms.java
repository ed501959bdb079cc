package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Group normalisation: of each example, over all positions and the units of a group. */
public final class GroupNorms {
  private GroupNorms() {}

  /** Of all positions; the parameters are {@code path.scale [n]} and {@code path.shift [n]}. */
  public static Operand<TFloat32> groupNorm(
      GraphBuilder g, String path, Operand<TFloat32> x, int groups, double epsilon) {
    int positions = positions(x);
    Operand<TFloat32> share = g.tf().constant((float) groups / Shapes.units(x) / positions);
    return normalised(g, path, x, share, groups, epsilon);
  }

  /**
   * Of real positions.
   *
   * @param x {@code [batch, length, n]}
   * @param mask 1 for real positions, 0 for padding, {@code [batch, length]}
   */
  public static Operand<TFloat32> groupNorm(
      GraphBuilder g,
      String path,
      Operand<TFloat32> x,
      Operand<TFloat32> mask,
      int groups,
      double epsilon) {
    Ops tf = g.tf();
    Operand<TFloat32> real = tf.reshape(mask, tf.array(-1, positions(x), 1, 1));
    Operand<TFloat32> positions = tf.sum(real, tf.array(1), Sum.keepDims(true));
    Operand<TFloat32> units = tf.constant((float) Shapes.units(x) / groups);
    Operand<TFloat32> count = tf.math.mul(tf.math.maximum(positions, tf.constant(1f)), units);
    return normalised(g, path, x, tf.stopGradient(tf.math.div(real, count)), groups, epsilon);
  }

  /**
   * The layer.
   *
   * @param share what a value counts in the mean of its group
   */
  private static Operand<TFloat32> normalised(
      GraphBuilder g,
      String path,
      Operand<TFloat32> x,
      Operand<TFloat32> share,
      int groups,
      double epsilon) {
    Ops tf = g.tf();
    Operand<TFloat32> parts = parts(tf, x, groups);
    Operand<TFloat32> centred = tf.math.sub(parts, mean(tf, parts, share));
    Operand<TFloat32> variance = mean(tf, tf.math.square(centred), share);
    Operand<TFloat32> root = tf.math.rsqrt(tf.math.add(variance, tf.constant((float) epsilon)));
    Operand<TFloat32> normal = tf.reshape(tf.math.mul(centred, root), shape(tf, x));
    Operand<TFloat32> scaled = tf.math.mul(normal, g.parameter(path + ".scale"));
    return tf.nn.biasAdd(scaled, g.parameter(path + ".shift"));
  }

  private static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> parts, Operand<TFloat32> share) {
    return tf.sum(tf.math.mul(parts, share), tf.array(1, 3), Sum.keepDims(true));
  }

  /** {@code [batch, positions, groups, units of a group]}. */
  private static Operand<TFloat32> parts(Ops tf, Operand<TFloat32> x, int groups) {
    return tf.reshape(x, tf.array(-1, positions(x), groups, Shapes.units(x) / groups));
  }

  private static int positions(Operand<TFloat32> x) {
    int positions = 1;
    for (int axis = 1; axis < Shapes.rank(x) - 1; axis++) {
      positions *= (int) x.shape().get(axis);
    }
    return positions;
  }

  private static Operand<TInt32> shape(Ops tf, Operand<TFloat32> x) {
    int[] shape = new int[Shapes.rank(x)];
    shape[0] = -1;
    for (int axis = 1; axis < shape.length; axis++) {
      shape[axis] = (int) x.shape().get(axis);
    }
    return tf.constant(shape);
  }
}
