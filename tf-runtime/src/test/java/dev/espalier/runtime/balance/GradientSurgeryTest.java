package dev.espalier.runtime.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** PCGrad and GradVac against their algorithms on vectors, in the same order. */
class GradientSurgeryTest {
  private static final long SEED = 7;

  @Test
  void pcGradIsItsAlgorithmOnVectors() {
    for (int spread : new int[] {0, 6}) {
      for (Rows rows : Problems.independent(spread)) {
        assertDirection(rows, Balancing.pcGrad(), pcGrad(rows, 1));
      }
    }
    for (Rows rows : Problems.all()) {
      assertDirection(rows, Balancing.pcGrad(), pcGrad(rows, 1));
    }
  }

  private static void assertDirection(Rows rows, GradientBalancing method, double[] expected) {
    double[] weights = rows.weights(method);
    double rounding = 1e-10 * (rows.unreduced(weights) + rows.longest());
    assertThat(Rows.distance(rows.mix(weights), expected)).isLessThanOrEqualTo(rounding);
  }

  private static double[] pcGrad(Rows rows, long step) {
    int[][] orders = PcGrad.orders(rows.size(), SEED, step);
    double[] sum = new double[rows.width()];
    for (int i = 0; i < rows.size(); i++) {
      double[] v = rows.rows()[i].clone();
      for (int j : orders[i]) {
        double product = rows.dot(j, v);
        // What is left after a projection is orthogonal but for rounding.
        if (product < -1e-14 * rows.norm(j) * rows.norm(i)) {
          Rows.add(v, -product / rows.dot(j, rows.rows()[j]), rows.rows()[j]);
        }
      }
      Rows.add(sum, 1, v);
    }
    return sum;
  }

  /** Steps in which tasks come and go: the usual cosines are kept by pair of tasks. */
  @Test
  void gradVacIsItsAlgorithmOnVectors() {
    Random random = new Random(12);
    int tasks = 5;
    for (double beta : new double[] {0, 0.1, 0.5, 1}) {
      GradientBalancing.Mixing mixing =
          Balancing.gradVac(beta).start(new GradientBalancing.Start(tasks, SEED));
      double[][] usual = new double[tasks][tasks];
      boolean turned = false;
      for (int step = 1; step <= 60; step++) {
        int[] present = IntStream.range(0, tasks).filter(i -> random.nextInt(4) > 0).toArray();
        if (present.length == 0) {
          continue;
        }
        Rows rows =
            Rows.random(random, present.length, 6).times(Math.pow(10, random.nextInt(9) - 4));
        for (double[] row : rows.rows()) {
          row[0] += 2 * Rows.length(row) * (random.nextInt(3) == 0 ? -1 : 1);
        }
        double[] expected = gradVac(rows, present, usual, beta, step);
        double[] actual =
            mixing.weights(
                new TaskGradients(
                    step, 1, present, Vectors.filled(present.length, 1), rows.gram()));
        assertThat(Rows.distance(rows.mix(actual), expected))
            .isLessThanOrEqualTo(1e-9 * (rows.unreduced(actual) + rows.longest()));
        turned |= Arrays.stream(usual).flatMapToDouble(Arrays::stream).anyMatch(f -> f > 0.1);
      }
      assertThat(turned).isEqualTo(beta > 0);
    }
  }

  private static double[] gradVac(
      Rows rows, int[] tasks, double[][] usual, double beta, long step) {
    int[][] orders = PcGrad.orders(rows.size(), SEED, step);
    double[] sum = new double[rows.width()];
    for (int i = 0; i < rows.size(); i++) {
      double[] v = rows.rows()[i].clone();
      for (int j : orders[i]) {
        double length = Rows.length(v);
        double cosine = rows.dot(j, v) / length / rows.norm(j);
        double target = usual[tasks[i]][tasks[j]];
        if (cosine < target) {
          double sineOfTarget = Math.sqrt(1 - target * target);
          double sine = Math.sqrt(Math.max(1 - cosine * cosine, 0));
          double factor =
              length * (target * sine - cosine * sineOfTarget) / (rows.norm(j) * sineOfTarget);
          Rows.add(v, factor, rows.rows()[j]);
        }
        usual[tasks[i]][tasks[j]] = (1 - beta) * target + beta * cosine;
      }
      Rows.add(sum, 1, v);
    }
    return sum;
  }

  /** A gradient that is turned has the usual cosine with the one that it was turned to. */
  @Test
  void gradVacReachesTheUsualCosine() {
    Rows alike = new Rows(new double[] {1, 1}, new double[] {1, 0.9});
    Rows conflicting = new Rows(new double[] {1, 1}, new double[] {0, 0});
    conflicting.rows()[1][0] = 2;
    conflicting.rows()[1][1] = -1.9;
    GradientBalancing.Mixing mixing =
        Balancing.gradVac(0.5).start(new GradientBalancing.Start(2, SEED));
    alike.weights(mixing, 1);
    double usual = 0.5 * alike.gram().cosine(0, 1);
    double[] weights = conflicting.weights(mixing, 2);
    // The sum is (1 + a) g_1 + (1 + b) g_2, of which g_1 + b g_2 is the first task's.
    double[] first = conflicting.mix(new double[] {1, weights[1] - 1});
    assertThat(conflicting.dot(1, first) / Rows.length(first) / conflicting.norm(1))
        .isCloseTo(usual, within(1e-12));
  }

  @Test
  void ordersAreOfAllOthersAndDifferFromStepToStep() {
    int[] firsts = new int[4];
    for (int step = 1; step <= 4000; step++) {
      int[][] orders = PcGrad.orders(4, SEED, step);
      for (int i = 0; i < 4; i++) {
        int own = i;
        assertThat(Arrays.stream(orders[i]).sorted().toArray())
            .containsExactly(IntStream.range(0, 4).filter(j -> j != own).toArray());
      }
      firsts[orders[0][0]]++;
    }
    assertThat(firsts[0]).isZero();
    for (int j = 1; j < 4; j++) {
      assertThat(firsts[j]).isBetween(1200, 1470);
    }
  }
}
