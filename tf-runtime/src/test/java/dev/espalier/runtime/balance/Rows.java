package dev.espalier.runtime.balance;

import java.util.Arrays;
import java.util.Random;

/** Explicit gradients, a row for each task. */
record Rows(double[]... rows) {

  int size() {
    return rows.length;
  }

  int width() {
    return rows[0].length;
  }

  double dot(int i, double[] other) {
    return Vectors.dot(rows[i], other);
  }

  double norm(int i) {
    return length(rows[i]);
  }

  double longest() {
    double longest = 0;
    for (double[] row : rows) {
      longest = Math.max(longest, length(row));
    }
    return longest;
  }

  Gram gram() {
    double[][] products = new double[size()][size()];
    for (int i = 0; i < size(); i++) {
      int row = i;
      Arrays.setAll(products[i], j -> dot(row, rows[j]));
    }
    return Gram.of(products);
  }

  double[] mix(double[] weights) {
    double[] mixture = new double[width()];
    for (int i = 0; i < size(); i++) {
      add(mixture, weights[i], rows[i]);
    }
    return mixture;
  }

  /** How long the mixture were if all had one direction: what its rounding is relative to. */
  double unreduced(double[] weights) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += Math.abs(weights[i]) * norm(i);
    }
    return sum;
  }

  Rows times(double factor) {
    return new Rows(
        Arrays.stream(rows).map(row -> Vectors.scaled(row, factor)).toArray(double[][]::new));
  }

  Rows permuted(int[] order) {
    return new Rows(Arrays.stream(order).mapToObj(i -> rows[i]).toArray(double[][]::new));
  }

  /** The weights of a first step with losses of 1. */
  double[] weights(GradientBalancing method) {
    return weights(method.start(new GradientBalancing.Start(size(), 7)), 1);
  }

  double[] weights(GradientBalancing.Mixing mixing, long step) {
    int[] tasks = new int[size()];
    Arrays.setAll(tasks, i -> i);
    return mixing.weights(new TaskGradients(step, 1, tasks, Vectors.filled(size(), 1), gram()));
  }

  double[] direction(GradientBalancing method) {
    return mix(weights(method));
  }

  static Rows random(Random random, int tasks, int width) {
    double[][] rows = new double[tasks][width];
    for (double[] row : rows) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    return new Rows(rows);
  }

  static double length(double[] vector) {
    return Math.sqrt(Vectors.dot(vector, vector));
  }

  static double distance(double[] a, double[] b) {
    double[] difference = a.clone();
    add(difference, -1, b);
    return length(difference);
  }

  static void add(double[] vector, double factor, double[] other) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] += factor * other[i];
    }
  }
}
