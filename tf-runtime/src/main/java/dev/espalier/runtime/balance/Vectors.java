package dev.espalier.runtime.balance;

import java.util.Arrays;

/** Arithmetic on small vectors. */
final class Vectors {
  private Vectors() {}

  static double[] filled(int size, double value) {
    double[] vector = new double[size];
    Arrays.fill(vector, value);
    return vector;
  }

  static double[] scaled(double[] vector, double factor) {
    double[] scaled = new double[vector.length];
    Arrays.setAll(scaled, i -> vector[i] * factor);
    return scaled;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double sum(double[] vector) {
    double sum = 0;
    for (double value : vector) {
      sum += value;
    }
    return sum;
  }

  static double sumOfSizes(double[] vector) {
    double sum = 0;
    for (double value : vector) {
      sum += Math.abs(value);
    }
    return sum;
  }

  /** {@code exp(z_i) / sum exp(z_j)}. */
  static double[] softmax(double[] z) {
    double most = Arrays.stream(z).max().orElse(0);
    double[] powers = new double[z.length];
    Arrays.setAll(powers, i -> Math.exp(z[i] - most));
    return scaled(powers, 1 / sum(powers));
  }
}
