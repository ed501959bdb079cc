package dev.espalier.runtime.balance;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The minimum of {@code x'Qx/2 + b'x} over {@code x >= 0}, for a positive semi-definite {@code Q}
 * and a {@code b} that bounds it from below.
 *
 * <p>The active-set method of Lawson and Hanson (Solving Least Squares Problems, 1974, chapter 23),
 * on inner products: it ends at the minimum itself, not near it. {@code Q} may be singular, since a
 * variable only joins the free ones if that lowers the value, and one that depends on them does
 * not.
 */
final class NonNegativeQuadratic {
  /** What of a slope, and of a pivot, is rounding; the diagonal is 1. */
  private static final double ROUNDING = 1e-13;

  private final double[][] q;
  private final double[] b;
  private final double[] x;
  private final boolean[] free;

  private NonNegativeQuadratic(double[][] q, double[] b) {
    this.q = q;
    this.b = b;
    this.x = new double[b.length];
    this.free = new boolean[b.length];
  }

  static double[] minimize(double[][] q, double[] b) {
    int n = b.length;
    // A diagonal of 1: then scales of the variables make no difference.
    double[] unit = new double[n];
    Arrays.setAll(unit, i -> q[i][i] > 0 ? 1 / Math.sqrt(q[i][i]) : 0);
    double[][] scaled = new double[n][n];
    double[] slopes = new double[n];
    for (int i = 0; i < n; i++) {
      int row = i;
      Arrays.setAll(scaled[i], j -> q[row][j] * unit[row] * unit[j]);
      slopes[i] = b[i] * unit[i];
    }
    double[] x = new NonNegativeQuadratic(scaled, slopes).solve();
    Arrays.setAll(x, i -> x[i] * unit[i]);
    return x;
  }

  private double[] solve() {
    double most = Arrays.stream(b).map(Math::abs).max().orElse(0);
    boolean[] tried = new boolean[b.length];
    // Every round lowers the value or tries another variable; the bound is for rounding.
    for (int round = 0; round < 20 * b.length; round++) {
      int steepest = steepest(tried, -ROUNDING * most);
      if (steepest < 0) {
        break;
      }
      tried[steepest] = true;
      if (release(steepest)) {
        Arrays.fill(tried, false);
      }
    }
    return x;
  }

  /** The bound and untried variable along which the value falls fastest, or -1. */
  private int steepest(boolean[] tried, double bound) {
    int steepest = -1;
    double least = bound;
    for (int i = 0; i < b.length; i++) {
      double slope = b[i] + Vectors.dot(q[i], x);
      if (!free[i] && !tried[i] && q[i][i] > 0 && slope < least) {
        steepest = i;
        least = slope;
      }
    }
    return steepest;
  }

  /** Frees a variable and goes to the minimum over the free ones; whether that was progress. */
  private boolean release(int variable) {
    free[variable] = true;
    Optional<double[]> target = minimumOverFree();
    if (target.isEmpty() || target.get()[variable] <= 0) {
      free[variable] = false;
      return false;
    }
    while (!moveTowards(target.get())) {
      target = minimumOverFree();
      if (target.isEmpty()) {
        return true;
      }
    }
    return true;
  }

  /** Goes as far as no variable turns negative; whether that was all the way. */
  private boolean moveTowards(double[] target) {
    double part = 1;
    int blocking = -1;
    for (int i = 0; i < b.length; i++) {
      if (free[i] && target[i] <= 0 && x[i] / (x[i] - target[i]) < part) {
        part = x[i] / (x[i] - target[i]);
        blocking = i;
      }
    }
    for (int i = 0; i < b.length; i++) {
      x[i] += part * (target[i] - x[i]);
      if (i == blocking || x[i] <= 0) {
        x[i] = 0;
        free[i] &= i != blocking && target[i] > 0;
      }
    }
    return blocking < 0;
  }

  private Optional<double[]> minimumOverFree() {
    int[] places = IntStream.range(0, b.length).filter(i -> free[i]).toArray();
    double[][] part = new double[places.length][places.length];
    double[] right = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      int row = places[i];
      Arrays.setAll(part[i], j -> q[row][places[j]]);
      right[i] = -b[row];
    }
    return Cholesky.solve(part, right, ROUNDING)
        .map(
            solution -> {
              double[] target = new double[b.length];
              for (int i = 0; i < places.length; i++) {
                target[places[i]] = solution[i];
              }
              return target;
            });
  }
}
