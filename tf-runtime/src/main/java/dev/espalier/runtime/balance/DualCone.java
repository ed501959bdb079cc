package dev.espalier.runtime.balance;

import java.util.Arrays;

/**
 * The directions that conflict with no gradient.
 *
 * <p>The closest of them to {@code sum u_i g_i} is the mixture by the {@code v >= u} that minimises
 * {@code v'Mv}; {@code M} at trace 1, with a regularization added to its diagonal.
 */
record DualCone(Gram gram, double regularization) {

  /** The weights of the projection of a mixture. */
  double[] project(double[] weights) {
    double trace = gram.trace();
    if (trace == 0) {
      return weights;
    }
    double[][] regular = gram.times(1 / trace).toArray();
    for (int i = 0; i < regular.length; i++) {
      regular[i][i] += regularization;
    }
    double[] slopes = new double[weights.length];
    Arrays.setAll(slopes, i -> Vectors.dot(regular[i], weights));
    double[] projected = NonNegativeQuadratic.minimize(regular, slopes);
    Arrays.setAll(projected, i -> projected[i] + weights[i]);
    return projected;
  }
}
