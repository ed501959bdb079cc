package dev.espalier.runtime.balance;

import java.util.Arrays;

/** The shortest of the convex combinations of gradients. */
final class MinimumNorm {
  private MinimumNorm() {}

  /**
   * Weights of at least 0, with sum 1, whose mixture is shortest. They are unique if the gradients
   * are independent; the mixture always is.
   *
   * <p>With unit gradients {@code u_i}, {@code x_i = w_i |g_i|} and {@code a_i = 1 / |g_i|}, the
   * minimum of {@code |sum x_i u_i|^2 + (a'x - 1)^2} over {@code x >= 0} has the direction sought:
   * along each ray the second term only decides how far to go.
   */
  static double[] weights(Gram gram) {
    int n = gram.size();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      least = Math.min(least, gram.norm(i));
    }
    if (least == 0) {
      return onZeros(gram);
    }
    double[] inverse = new double[n];
    for (int i = 0; i < n; i++) {
      inverse[i] = least / gram.norm(i);
    }
    double[][] q = gram.cosines().toArray();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        q[i][j] += inverse[i] * inverse[j];
      }
    }
    double[] x = NonNegativeQuadratic.minimize(q, Vectors.scaled(inverse, -1));
    Arrays.setAll(x, i -> x[i] * inverse[i]);
    return Vectors.scaled(x, 1 / Vectors.sum(x));
  }

  /** Evenly on the gradients that are 0. */
  private static double[] onZeros(Gram gram) {
    double[] weights = Vectors.filled(gram.size(), 1.0 / (gram.size() - gram.directed().length));
    for (int i : gram.directed()) {
      weights[i] = 0;
    }
    return weights;
  }
}
