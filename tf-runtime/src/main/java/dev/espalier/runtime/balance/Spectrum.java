package dev.espalier.runtime.balance;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations.
 *
 * @param values in no order
 * @param vectors of length 1, in the order of the values
 */
record Spectrum(double[] values, double[][] vectors) {
  private static final double SINGLE_PRECISION = 0x1p-23;
  private static final int MOST_SWEEPS = 60;

  static Spectrum of(double[][] symmetric) {
    int n = symmetric.length;
    double[][] a = new double[n][];
    Arrays.setAll(a, i -> symmetric[i].clone());
    double[][] vectors = new double[n][n];
    for (int i = 0; i < n; i++) {
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && sweep(a, vectors); sweep++) {}
    double[] values = new double[n];
    Arrays.setAll(values, i -> a[i][i]);
    return new Spectrum(values, vectors);
  }

  /** Rotates every pair that is not orthogonal yet; whether there was one. */
  private static boolean sweep(double[][] a, double[][] vectors) {
    boolean rotated = false;
    for (int p = 0; p < a.length; p++) {
      for (int q = p + 1; q < a.length; q++) {
        // Relative to the diagonal: small eigenvalues of a graded matrix keep their digits.
        double bound = Math.ulp(1.0) * Math.sqrt(Math.abs(a[p][p]) * Math.abs(a[q][q]));
        if (Math.abs(a[p][q]) > Math.max(bound, Double.MIN_NORMAL)) {
          rotate(a, vectors, p, q);
          rotated = true;
        }
      }
    }
    return rotated;
  }

  private static void rotate(double[][] a, double[][] vectors, int p, int q) {
    double ratio = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double tangent = Math.copySign(1, ratio) / (Math.abs(ratio) + Math.hypot(ratio, 1));
    double cosine = 1 / Math.hypot(tangent, 1);
    double sine = tangent * cosine;
    double moved = tangent * a[p][q];
    a[p][p] -= moved;
    a[q][q] += moved;
    a[p][q] = 0;
    a[q][p] = 0;
    for (int i = 0; i < a.length; i++) {
      if (i != p && i != q) {
        double left = a[p][i];
        double right = a[q][i];
        a[p][i] = cosine * left - sine * right;
        a[q][i] = sine * left + cosine * right;
        a[i][p] = a[p][i];
        a[i][q] = a[q][i];
      }
      double left = vectors[p][i];
      double right = vectors[q][i];
      vectors[p][i] = cosine * left - sine * right;
      vectors[q][i] = sine * left + cosine * right;
    }
  }

  /** The least eigenvalue that is not taken for 0, or 0 if all are. */
  double least() {
    double bound = bound();
    return Arrays.stream(values).filter(value -> value > bound).min().orElse(0);
  }

  /**
   * A function of the matrix, applied to a vector: {@code sum f(value) vector vector'x}.
   * Eigenvalues that are taken for 0 are left out, so that {@code 1 / value} is the pseudo-inverse.
   */
  double[] apply(DoubleUnaryOperator function, double[] x) {
    double bound = bound();
    double[] result = new double[x.length];
    for (int k = 0; k < values.length; k++) {
      if (values[k] > bound) {
        double factor = function.applyAsDouble(values[k]) * Vectors.dot(vectors[k], x);
        for (int i = 0; i < x.length; i++) {
          result[i] += factor * vectors[k][i];
        }
      }
    }
    return result;
  }

  private double bound() {
    return Math.max(Arrays.stream(values).max().orElse(0), 0) * values.length * SINGLE_PRECISION;
  }
}
