package dev.espalier.runtime.balance;

import dev.espalier.runtime.EspalierException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The inner products of the gradients of some tasks: symmetric, finite, immutable. */
public final class Gram {
  /** Squares of the norms that are kept; single precision needs 1e-90 to 1e90. */
  private static final double LEAST = 1e-200;

  private static final double MOST = 1e200;

  private final double[][] products;

  private Gram(double[][] products) {
    this.products = products;
  }

  /**
   * A matrix of inner products, a row for each gradient.
   *
   * <p>Rounding is smoothed over: the result is symmetric, and its cosines are at most 1. A norm
   * below 1e-100 counts as 0.
   *
   * @throws EspalierException if it is not square, or a value is not finite or above 1e200
   */
  public static Gram of(double[][] products) {
    int size = products.length;
    for (double[] row : products) {
      if (row.length != size) {
        throw new EspalierException("A matrix of inner products must be square.");
      }
      for (double value : row) {
        if (!(Math.abs(value) <= MOST)) {
          throw new EspalierException(
              "The inner products of the tasks' gradients must be finite and at most 1e200; found "
                  + value
                  + ".");
        }
      }
    }
    double[] norms = new double[size];
    Arrays.setAll(norms, i -> products[i][i] < LEAST ? 0 : Math.sqrt(products[i][i]));
    double[][] kept = new double[size][size];
    for (int i = 0; i < size; i++) {
      kept[i][i] = norms[i] == 0 ? 0 : products[i][i];
      for (int j = 0; j < i; j++) {
        double most = norms[i] * norms[j];
        double mean = (products[i][j] + products[j][i]) / 2;
        kept[i][j] = Math.min(Math.max(mean, -most), most);
        kept[j][i] = kept[i][j];
      }
    }
    return new Gram(kept);
  }

  /** How many gradients there are. */
  public int size() {
    return products.length;
  }

  /** The inner product of two gradients. */
  public double at(int i, int j) {
    return products[i][j];
  }

  /** The length of a gradient. */
  public double norm(int i) {
    return Math.sqrt(products[i][i]);
  }

  /** The cosine of the angle between two gradients; 0 where one of them is 0. */
  public double cosine(int i, int j) {
    if (products[i][i] == 0 || products[j][j] == 0) {
      return 0;
    }
    double cosine = i == j ? 1 : products[i][j] / norm(i) / norm(j);
    return Math.min(Math.max(cosine, -1), 1);
  }

  /** The inner products of the gradients at length 1; rows of 0 for gradients of 0. */
  public Gram cosines() {
    double[][] cosines = new double[size()][size()];
    for (int i = 0; i < size(); i++) {
      int row = i;
      Arrays.setAll(cosines[i], j -> cosine(row, j));
    }
    return new Gram(cosines);
  }

  /** The sum of the squared norms. */
  double trace() {
    double trace = 0;
    for (int i = 0; i < size(); i++) {
      trace += products[i][i];
    }
    return trace;
  }

  /** The root of the sum of all values' squares. */
  double frobenius() {
    double sum = 0;
    for (double[] row : products) {
      sum += Vectors.dot(row, row);
    }
    return Math.sqrt(sum);
  }

  /** All values times a factor. */
  Gram times(double factor) {
    double[][] scaled = new double[size()][size()];
    for (int i = 0; i < size(); i++) {
      int row = i;
      Arrays.setAll(scaled[i], j -> products[row][j] * factor);
    }
    return new Gram(scaled);
  }

  /** The inner products of the gradients at some places, in the order of the places. */
  Gram of(int[] places) {
    double[][] part = new double[places.length][places.length];
    for (int i = 0; i < places.length; i++) {
      int row = places[i];
      Arrays.setAll(part[i], j -> products[row][places[j]]);
    }
    return new Gram(part);
  }

  /** The places of the gradients that are not 0. */
  int[] directed() {
    return IntStream.range(0, size()).filter(i -> products[i][i] > 0).toArray();
  }

  /** The inner product of a gradient with the mixture of all. */
  double project(double[] weights, int i) {
    return Vectors.dot(products[i], weights);
  }

  /** The inner products of each gradient with the mixture of all. */
  double[] project(double[] weights) {
    double[] projections = new double[size()];
    Arrays.setAll(projections, i -> project(weights, i));
    return projections;
  }

  /** The length of the mixture of all. */
  double length(double[] weights) {
    return Math.sqrt(Math.max(Vectors.dot(weights, project(weights)), 0));
  }

  /**
   * The length that the mixture of all had if all had one direction: its rounding is a part of it.
   */
  double unreduced(double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += Math.abs(weights[i]) * norm(i);
    }
    return sum;
  }

  /** A copy of the matrix. */
  double[][] toArray() {
    double[][] copy = new double[size()][];
    Arrays.setAll(copy, i -> products[i].clone());
    return copy;
  }

  @Override
  public String toString() {
    return Arrays.deepToString(products);
  }
}
