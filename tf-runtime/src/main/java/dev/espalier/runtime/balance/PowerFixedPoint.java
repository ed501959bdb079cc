package dev.espalier.runtime.balance;

import java.util.Arrays;
import java.util.Optional;

/**
 * The positive solution of {@code (M w)_i = w_i^-p}, where one is within reach.
 *
 * <p>It is the minimum of a strictly convex function, {@code w'Mw/2 - sum h(w_i)} with {@code h'(w)
 * = w^-p}, whose second derivative {@code M + diag(p w^-p-1)} is positive definite: Newton's method
 * with a search along its direction finds it. There is none if a convex combination of the unit
 * gradients is 0, and where one almost is, the solution is as large as that is small.
 */
final class PowerFixedPoint {
  /** How large solutions may be: unit gradients then mix to a length of at least about 1e-3. */
  private static final double REACH = 1e3;

  private static final int MOST_STEPS = 200;

  /**
   * A step that is smaller than this part of every variable is the last: the next were rounding.
   */
  private static final double LAST = 1e-9;

  /** The cosines of the gradients. */
  private final Gram unit;

  /** {@code a_i = |g_i| w_i} then solves {@code (unit a)_i = factors_i a_i^-p}. */
  private final double[] factors;

  private final double p;

  private PowerFixedPoint(Gram unit, double[] factors, double p) {
    this.unit = unit;
    this.factors = factors;
    this.p = p;
  }

  /** The solution for gradients that are not 0. */
  static Optional<double[]> solve(Gram gram, double p) {
    int n = gram.size();
    double[] norms = new double[n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      norms[i] = gram.norm(i);
      mean += Math.log(norms[i]) / n;
    }
    double middle = Math.exp(mean);
    double[] factors = new double[n];
    Arrays.setAll(factors, i -> Math.pow(norms[i] / middle, p - 1));
    // Gradients over their middle m have the solution w / m^(-2 / (1 + p)).
    double back = Math.pow(middle, -2 / (1 + p));
    return new PowerFixedPoint(gram.cosines(), factors, p)
        .newton()
        .map(
            a -> {
              Arrays.setAll(a, i -> a[i] * (middle / norms[i]) * back);
              return a;
            })
        .filter(w -> Arrays.stream(w).allMatch(Double::isFinite));
  }

  private Optional<double[]> newton() {
    // The solution for gradients at right angles.
    double[] start = new double[factors.length];
    Arrays.setAll(start, i -> Math.pow(factors[i], 1 / (1 + p)));
    double reach = REACH * Vectors.sum(start);
    double[] a = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] slope = slope(a);
      Optional<double[]> direction = direction(a, slope);
      if (direction.isEmpty() || !(Vectors.sum(a) <= reach)) {
        return Optional.empty();
      }
      double[] next = search(a, direction.get(), slope);
      if (near(a, direction.get())) {
        return Optional.of(next);
      }
      a = next;
    }
    return Optional.empty();
  }

  private static boolean near(double[] a, double[] direction) {
    for (int i = 0; i < a.length; i++) {
      if (!(Math.abs(direction[i]) <= LAST * a[i])) {
        return false;
      }
    }
    return true;
  }

  private double[] slope(double[] a) {
    double[] slope = unit.project(a);
    for (int i = 0; i < a.length; i++) {
      slope[i] -= factors[i] * Math.pow(a[i], -p);
    }
    return slope;
  }

  private Optional<double[]> direction(double[] a, double[] slope) {
    double[][] curvature = unit.toArray();
    for (int i = 0; i < a.length; i++) {
      curvature[i][i] += p * factors[i] * Math.pow(a[i], -p - 1);
    }
    return Cholesky.solve(curvature, Vectors.scaled(slope, -1), 0);
  }

  /** Stays positive, and halves the step while the slope along it says that it went too far. */
  private double[] search(double[] a, double[] direction, double[] slope) {
    double part = 1;
    for (int i = 0; i < a.length; i++) {
      if (direction[i] < 0) {
        part = Math.min(part, 0.9 * a[i] / -direction[i]);
      }
    }
    double descent = -Vectors.dot(slope, direction);
    double[] next = moved(a, direction, part);
    while (Vectors.dot(slope(next), direction) > 0.5 * descent) {
      part /= 2;
      next = moved(a, direction, part);
    }
    return next;
  }

  private static double[] moved(double[] a, double[] direction, double part) {
    double[] moved = new double[a.length];
    Arrays.setAll(moved, i -> a[i] + part * direction[i]);
    return moved;
  }
}
