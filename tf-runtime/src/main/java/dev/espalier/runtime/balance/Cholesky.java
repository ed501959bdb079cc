package dev.espalier.runtime.balance;

import java.util.Optional;

/** Symmetric positive definite systems of equations. */
final class Cholesky {
  private Cholesky() {}

  /**
   * The solution of {@code A x = b}, or none if a pivot is at most a part of its diagonal: the
   * matrix is then singular, or indefinite.
   */
  static Optional<double[]> solve(double[][] a, double[] b, double part) {
    int n = b.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = a[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        if (i > j) {
          lower[i][j] = rest / lower[j][j];
        } else if (rest > part * a[i][i]) {
          lower[i][i] = Math.sqrt(rest);
        } else {
          return Optional.empty();
        }
      }
    }
    return Optional.of(backward(lower, forward(lower, b)));
  }

  private static double[] forward(double[][] lower, double[] b) {
    double[] y = b.clone();
    for (int i = 0; i < b.length; i++) {
      for (int k = 0; k < i; k++) {
        y[i] -= lower[i][k] * y[k];
      }
      y[i] /= lower[i][i];
    }
    return y;
  }

  private static double[] backward(double[][] lower, double[] y) {
    double[] x = y.clone();
    for (int i = y.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < y.length; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }
}
