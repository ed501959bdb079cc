package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Normalisation layers: mean 0 and variance 1, then a learnt scale and shift of each unit. */
public final class Normalizations {
  private Normalizations() {}

  /**
   * Batch normalisation of each unit of the last axis over all other axes.
   *
   * <p>The parameters are {@code path.scale [n]} and {@code path.shift [n]}, the states {@code
   * path.mean [n]} and {@code path.variance [n]}. A training step normalises by the batch's mean
   * and (biased) variance and moves the states towards the batch's mean and unbiased variance:
   * {@code new = momentum old + (1 - momentum) batch}. All else normalises by the states. A batch
   * without rows moves nothing, and one with a single row says nothing of the variance and moves
   * the mean alone.
   *
   * @param momentum at least 0 and below 1
   * @param epsilon added to the variance, above 0
   */
  public static Operand<TFloat32> batchNorm(
      GraphBuilder g, String path, Operand<TFloat32> x, double momentum, double epsilon) {
    Ops tf = g.tf();
    if (Shapes.rank(x) > 2) {
      return new FusedBatchNorms(g, path, momentum, epsilon).of(x);
    }
    if (!g.training()) {
      Operand<TFloat32> centred = minus(tf, x, g.state(path + ".mean"));
      return scaled(g, path, centred, g.state(path + ".variance"), epsilon);
    }
    Operand<TFloat32> count = MovingStatistics.count(tf, x);
    return byBatch(g, path, x, count, each -> each, momentum, epsilon);
  }

  /**
   * The same of a sequence: mean and variance, the batch's as the moving ones, are those of real
   * positions.
   *
   * @param x {@code [batch, length, n]}
   * @param mask 1 for real positions, 0 for padding, {@code [batch, length]}
   */
  public static Operand<TFloat32> batchNorm(
      GraphBuilder g,
      String path,
      Operand<TFloat32> x,
      Operand<TFloat32> mask,
      double momentum,
      double epsilon) {
    if (!g.training()) {
      return batchNorm(g, path, x, momentum, epsilon);
    }
    Ops tf = g.tf();
    Operand<TFloat32> count = tf.stopGradient(tf.sum(mask, tf.array(0, 1)));
    UnaryOperator<Operand<TFloat32>> real = each -> Masks.real(tf, each, mask);
    return byBatch(g, path, x, count, real, momentum, epsilon);
  }

  /**
   * Normalises by what counts in a batch.
   *
   * @param count how many values of a unit count
   * @param real makes those 0 that don't
   */
  private static Operand<TFloat32> byBatch(
      GraphBuilder g,
      String path,
      Operand<TFloat32> x,
      Operand<TFloat32> count,
      UnaryOperator<Operand<TFloat32>> real,
      double momentum,
      double epsilon) {
    Ops tf = g.tf();
    Operand<TInt32> outer = Shapes.outerAxes(tf, x);
    // Sums over an empty batch are 0, where a mean would be NaN and spread.
    Operand<TFloat32> perRow = tf.math.reciprocal(tf.math.maximum(count, tf.constant(1f)));
    Operand<TFloat32> batchMean = tf.math.mul(tf.sum(real.apply(x), outer), perRow);
    Operand<TFloat32> centred = minus(tf, x, batchMean);
    Operand<TFloat32> squares = tf.sum(real.apply(tf.math.square(centred)), outer);
    Operand<TFloat32> batchVariance = tf.math.mul(squares, perRow);

    Operand<TFloat32> others = tf.math.sub(count, tf.constant(1f));
    Operand<TFloat32> unbiased =
        tf.math.mul(squares, tf.math.reciprocal(tf.math.maximum(others, tf.constant(1f))));
    MovingStatistics moving = new MovingStatistics(g, path, momentum);
    moving.move(batchMean, unbiased, count);
    return scaled(g, path, centred, batchVariance, epsilon);
  }

  /**
   * Layer normalisation of each vector along the last axis.
   *
   * <p>The parameters are {@code path.scale [n]} and {@code path.shift [n]}.
   *
   * @param epsilon added to the variance, above 0
   */
  public static Operand<TFloat32> layerNorm(
      GraphBuilder g, String path, Operand<TFloat32> x, double epsilon) {
    Ops tf = g.tf();
    Operand<TInt32> last = tf.constant(new int[] {Shapes.rank(x) - 1});
    Operand<TFloat32> perUnit = tf.constant(1f / Shapes.units(x));
    Operand<TFloat32> mean = tf.math.mul(tf.sum(x, last, Sum.keepDims(true)), perUnit);
    Operand<TFloat32> centred = tf.math.sub(x, mean);
    Operand<TFloat32> variance =
        tf.math.mul(tf.sum(tf.math.square(centred), last, Sum.keepDims(true)), perUnit);
    Operand<TFloat32> normal = tf.math.mul(centred, inverseRoot(tf, variance, epsilon));
    Operand<TFloat32> scaled = tf.math.mul(normal, g.parameter(path + ".scale"));
    return tf.nn.biasAdd(scaled, g.parameter(path + ".shift"));
  }

  private static Operand<TFloat32> scaled(
      GraphBuilder g,
      String path,
      Operand<TFloat32> centred,
      Operand<TFloat32> variance,
      double epsilon) {
    Ops tf = g.tf();
    Operand<TFloat32> factor =
        tf.math.mul(g.parameter(path + ".scale"), inverseRoot(tf, variance, epsilon));
    return tf.nn.biasAdd(tf.math.mul(centred, factor), g.parameter(path + ".shift"));
  }

  private static Operand<TFloat32> inverseRoot(Ops tf, Operand<TFloat32> variance, double epsilon) {
    return tf.math.rsqrt(tf.math.add(variance, tf.constant((float) epsilon)));
  }

  /** Subtracts a value of each unit; BiasAdd's gradient is one operation, that of Sub is eight. */
  private static Operand<TFloat32> minus(Ops tf, Operand<TFloat32> x, Operand<TFloat32> unit) {
    return tf.nn.biasAdd(x, tf.math.neg(unit));
  }
}
