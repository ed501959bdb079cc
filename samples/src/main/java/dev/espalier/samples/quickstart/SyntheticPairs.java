package dev.espalier.samples.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two regressions whose relatedness is a parameter: section 3.2 of Ma et al., <em>Modeling Task
 * Relationships in Multi-task Learning with Multi-gate Mixture-of-Experts</em>, KDD 2018.
 *
 * <p>With orthogonal unit vectors u1 and u2 the tasks' weights are {@code w1 = c u1} and {@code w2
 * = c (p u1 + sqrt(1 - p^2) u2)}, so that p is the cosine between them. Inputs x are standard
 * normal, and a label is {@code z + sin(a_1 z + b_1) + .. + sin(a_m z + b_m) + e} with {@code z =
 * w' x} and noise e of variance 0.01.
 *
 * <p>The paper leaves c, m, a and b open. Here c = 1, so that z has variance 1; m = 4; and the
 * sinusoids are the same for both tasks and all seeds: frequencies 0.5, 1, 1.5, 2 with phases 0, 1,
 * 2, 3. They bend the line without hiding it.
 */
final class SyntheticPairs {
  /** Inputs, as in the paper. */
  static final int DIMENSIONS = 100;

  private static final double SCALE = 1;
  private static final double[] FREQUENCIES = {0.5, 1, 1.5, 2};
  private static final double[] PHASES = {0, 1, 2, 3};
  private static final double NOISE = 0.1;

  private final SplittableRandom random;
  private final double[] firstWeights;
  private final double[] secondWeights;

  /**
   * Draws the two directions.
   *
   * @param correlation the cosine between the tasks' weights, from -1 to 1
   */
  SyntheticPairs(double correlation, long seed) {
    random = new SplittableRandom(seed);
    double[] u1 = unit(gaussians());
    double[] u2 = gaussians();
    double along = dot(u1, u2);
    for (int i = 0; i < DIMENSIONS; i++) {
      u2[i] -= along * u1[i];
    }
    unit(u2);
    firstWeights = new double[DIMENSIONS];
    secondWeights = new double[DIMENSIONS];
    double apart = Math.sqrt(1 - correlation * correlation);
    for (int i = 0; i < DIMENSIONS; i++) {
      firstWeights[i] = SCALE * u1[i];
      secondWeights[i] = SCALE * (correlation * u1[i] + apart * u2[i]);
    }
  }

  /** The weights of a task: 0 or 1. */
  double[] weights(int task) {
    return (task == 0 ? firstWeights : secondWeights).clone();
  }

  /** What a label is without noise, given its {@code w' x}. */
  static double curve(double z) {
    double value = z;
    for (int i = 0; i < FREQUENCIES.length; i++) {
      value += StrictMath.sin(FREQUENCIES[i] * z + PHASES[i]);
    }
    return value;
  }

  /** The next examples. */
  List<RelatedTasks> draw(int count) {
    List<RelatedTasks> examples = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      float[] x = new float[DIMENSIONS];
      for (int j = 0; j < DIMENSIONS; j++) {
        x[j] = (float) gaussian();
      }
      examples.add(new RelatedTasks(x, label(firstWeights, x), label(secondWeights, x)));
    }
    return examples;
  }

  private float label(double[] weights, float[] x) {
    double z = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      z += weights[i] * x[i];
    }
    return (float) (curve(z) + NOISE * gaussian());
  }

  private double[] gaussians() {
    double[] values = new double[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      values[i] = gaussian();
    }
    return values;
  }

  /** Box and Muller's transform in {@link StrictMath}: the same bits on every machine. */
  private double gaussian() {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  private static double[] unit(double[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
