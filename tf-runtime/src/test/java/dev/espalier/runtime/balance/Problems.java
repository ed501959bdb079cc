package dev.espalier.runtime.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Gradients of all kinds, the same at every call. */
final class Problems {
  private static final int[][] SHAPES = {
    {1, 1}, {1, 5}, {2, 1}, {2, 2}, {2, 7}, {3, 3}, {3, 2}, {4, 11}, {5, 3}, {8, 9}, {9, 11}, {9, 5}
  };
  private static final double[] SCALES = {1e-15, 1e-7, 1, 1e7, 1e15};

  private Problems() {}

  /**
   * Independent gradients, none near a mixture of others, of lengths within a factor of 10^spread.
   */
  static List<Rows> independent(int spread) {
    List<Rows> problems = new ArrayList<>();
    Random random = new Random(11);
    for (int tasks : new int[] {2, 3, 5, 8}) {
      for (int repeat = 0; repeat < 25; repeat++) {
        Rows rows = Rows.random(random, tasks, 2 * tasks + 2);
        for (double[] row : rows.rows()) {
          // Gaussian gradients hardly conflict; these do.
          row[0] += random.nextBoolean() ? 1 : -1;
          double size = Math.pow(10, spread * (random.nextDouble() - 0.5));
          Arrays.setAll(row, j -> row[j] * size);
        }
        problems.add(rows);
      }
    }
    return problems;
  }

  /** Every shape, at every scale, in every odd form. */
  static List<Rows> all() {
    List<Rows> problems = new ArrayList<>();
    Random random = new Random(5);
    for (double scale : SCALES) {
      for (int[] shape : SHAPES) {
        for (int repeat = 0; repeat < 3; repeat++) {
          Rows rows = Rows.random(random, shape[0], shape[1]);
          for (Rows odd : odd(rows, random)) {
            problems.add(odd.times(scale));
          }
        }
      }
    }
    return problems;
  }

  private static List<Rows> odd(Rows rows, Random random) {
    List<Rows> problems = new ArrayList<>(List.of(rows, rows.times(0)));
    problems.add(changed(rows, 1e-6, rows.rows()[0]));
    problems.add(changed(rows, 0, rows.rows()[0]));
    if (rows.size() > 1) {
      problems.add(changed(rows, 1, rows.rows()[1]));
      problems.add(changed(rows, -1, rows.rows()[1]));
      problems.add(changed(rows, -1e-3, rows.rows()[1]));
      problems.add(spread(rows, random));
      problems.add(rankOne(rows, random));
    }
    return problems;
  }

  private static Rows changed(Rows rows, double factor, double[] first) {
    double[][] changed = rows.rows().clone();
    changed[0] = Vectors.scaled(first, factor);
    return new Rows(changed);
  }

  private static Rows spread(Rows rows, Random random) {
    return new Rows(
        Arrays.stream(rows.rows())
            .map(row -> Vectors.scaled(row, Math.pow(10, random.nextInt(9) - 4)))
            .toArray(double[][]::new));
  }

  private static Rows rankOne(Rows rows, Random random) {
    return new Rows(
        Arrays.stream(rows.rows())
            .map(row -> Vectors.scaled(rows.rows()[0], random.nextGaussian()))
            .toArray(double[][]::new));
  }
}
