package dev.espalier.runtime.step;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat64;

/**
 * The shortest convex combination of a few gradients, found within a graph.
 *
 * <p>With unit gradients {@code u_i} of lengths {@code l_i}, {@code x_i = w_i l_i} and {@code a_i}
 * proportional to {@code 1 / l_i}, the minimum of {@code |sum x_i u_i|^2 + (a'x - 1)^2} over {@code
 * x >= 0} has the weights sought. For each set of tasks that may be free, the others bound to 0, it
 * solves a system of equations; of the solutions that are not negative the lowest is the minimum.
 */
record ShortestMixture(Ops tf) {
  /** Sets of tasks double with each more. */
  static final int MOST_TASKS = 10;

  /** Products are in single precision: what is below this, for each task, is rounding. */
  private static final double ROUNDING = 0x1p-23;

  private static final double LEAST = 1e-150;

  /**
   * The weights of some gradients.
   *
   * @param cosines of them, {@code [n, n]}; what is on the diagonal counts as 1
   * @param lengths of them, {@code [n]}; one far below the longest counts as 0
   */
  Operand<TFloat64> weights(int n, Operand<TFloat64> cosines, Operand<TFloat64> lengths) {
    Operand<TFloat64> longest = tf.max(lengths, tf.array(0), Max.keepDims(true));
    Operand<TFloat64> kept =
        atLeast(lengths, atLeast(tf.math.mul(longest, tf.constant(1e-12)), tf.constant(LEAST)));
    Operand<TFloat64> inverse = tf.math.div(tf.min(kept, tf.array(0)), kept);
    Operand<TFloat64> q =
        tf.math.add(regular(n, cosines), tf.math.mul(column(inverse), row(inverse)));
    Operand<TFloat64> free = tf.constant(sets(n));
    Operand<TFloat64> bound = tf.math.sub(tf.constant(1.0), free);
    // A bound variable has the equation x = 0.
    Operand<TFloat64> systems =
        tf.math.add(
            tf.math.mul(q, tf.math.mul(column(free), row(free))),
            tf.math.mul(tf.constant(identity(n)), row(bound)));
    Operand<TFloat64> solutions =
        tf.reshape(tf.linalg.solve(systems, column(tf.math.mul(free, inverse))), tf.shape(free));
    Operand<TFloat64> multiples = tf.math.mul(lowest(solutions, inverse), inverse);
    return tf.math.div(multiples, tf.sum(multiples, tf.array(0)));
  }

  private Operand<TFloat64> lowest(Operand<TFloat64> solutions, Operand<TFloat64> inverse) {
    Operand<TBool> valid =
        tf.reduceAll(tf.math.greaterEqual(solutions, tf.constant(0.0)), tf.constant(1));
    // At a solution of its equations the value is 1 - a'x.
    Operand<TFloat64> gains = tf.sum(tf.math.mul(solutions, inverse), tf.array(1));
    Operand<TFloat64> best = tf.select(valid, gains, tf.constant(-1.0));
    return tf.gather(solutions, tf.math.argMax(best, tf.constant(0)), tf.constant(0));
  }

  private Operand<TFloat64> regular(int n, Operand<TFloat64> cosines) {
    double[][] others = new double[n][n];
    double[][] diagonal = identity(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        others[i][j] = 1 - diagonal[i][j];
        diagonal[i][j] *= 1 + n * ROUNDING;
      }
    }
    return tf.math.add(
        tf.math.mul(
            tf.clipByValue(cosines, tf.constant(-1.0), tf.constant(1.0)), tf.constant(others)),
        tf.constant(diagonal));
  }

  private static double[][] identity(int n) {
    double[][] identity = new double[n][n];
    for (int i = 0; i < n; i++) {
      identity[i][i] = 1;
    }
    return identity;
  }

  /** All sets of tasks but the empty one: 1 for those in it. */
  private static double[][] sets(int n) {
    double[][] sets = new double[(1 << n) - 1][n];
    for (int set = 1; set <= sets.length; set++) {
      for (int i = 0; i < n; i++) {
        sets[set - 1][i] = set >> i & 1;
      }
    }
    return sets;
  }

  private Operand<TFloat64> atLeast(Operand<TFloat64> values, Operand<TFloat64> least) {
    return tf.math.maximum(values, least);
  }

  private Operand<TFloat64> column(Operand<TFloat64> values) {
    return tf.expandDims(values, tf.constant(-1));
  }

  private Operand<TFloat64> row(Operand<TFloat64> values) {
    return tf.expandDims(values, tf.constant(-2));
  }
}
