package dev.espalier.runtime.session;

/** Gram and Schmidt's process: of independent normal draws it makes an evenly drawn rotation. */
final class Orthogonal {
  private Orthogonal() {}

  /**
   * Makes the rows of a row-major matrix orthonormal in place, or its columns where those are
   * fewer.
   */
  static void of(float[] values, int columns) {
    int rows = values.length / columns;
    boolean transposed = rows > columns;
    int count = Math.min(rows, columns);
    int length = Math.max(rows, columns);
    double[][] vectors = new double[count][length];
    for (int i = 0; i < values.length; i++) {
      int row = i / columns;
      int column = i % columns;
      vectors[transposed ? column : row][transposed ? row : column] = values[i];
    }
    orthonormalize(vectors);
    for (int i = 0; i < values.length; i++) {
      int row = i / columns;
      int column = i % columns;
      values[i] = (float) vectors[transposed ? column : row][transposed ? row : column];
    }
  }

  private static void orthonormalize(double[][] vectors) {
    for (int i = 0; i < vectors.length; i++) {
      // Twice: what rounding leaves of the first round, the second takes away.
      for (int round = 0; round < 2; round++) {
        for (int j = 0; j < i; j++) {
          add(vectors[i], -dot(vectors[i], vectors[j]), vectors[j]);
        }
      }
      double length = Math.sqrt(dot(vectors[i], vectors[i]));
      for (int k = 0; k < vectors[i].length; k++) {
        vectors[i][k] /= length;
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double factor, double[] vector) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * vector[i];
    }
  }
}
