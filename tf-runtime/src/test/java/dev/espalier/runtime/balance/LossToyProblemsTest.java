package dev.espalier.runtime.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whole descents along weighed losses; they end where no direction helps all tasks. */
class LossToyProblemsTest {
  private static final double[][] STARTS = {{-8.5, 7.5}, {9, 9}, {10, -8}};

  /**
   * The two tasks of CAGrad's and FAMO's papers, the first a tenth as large as the second, both
   * raised above 0.
   */
  private static double[] twoValleys(double[] x) {
    double upper = Math.max(Math.tanh(x[1] / 2), 0);
    double lower = Math.max(Math.tanh(-x[1] / 2), 0);
    double steep1 = 0.5 * (-x[0] - 7) + Math.tanh(x[1]);
    double steep2 = 0.5 * (-x[0] + 3) - Math.tanh(x[1]) + 2;
    double bowl = 0.1 * Math.pow(x[1] + 8, 2);
    double first =
        upper * (Math.log(Math.max(Math.abs(steep1), 5e-6)) + 6)
            + lower * ((Math.pow(x[0] - 7, 2) + bowl) / 10 - 20);
    double second =
        upper * (Math.log(Math.max(Math.abs(steep2), 5e-6)) + 6)
            + lower * ((Math.pow(x[0] + 7, 2) + bowl) / 10 - 20);
    return new double[] {0.1 * (first + 20.01), second + 20.01};
  }

  /** {@code f_i = i + sum a_ij (x_j - u_ij)^2 / 2}. */
  private static UnaryOperator<double[]> quadratics(Random random, int tasks, int width) {
    double[][] a = new double[tasks][width];
    double[][] u = new double[tasks][width];
    for (int i = 0; i < tasks; i++) {
      Arrays.setAll(a[i], j -> Math.exp(random.nextGaussian()));
      Arrays.setAll(u[i], j -> random.nextGaussian());
    }
    return x -> {
      double[] losses = new double[tasks];
      Arrays.setAll(
          losses,
          i ->
              0.5
                  + i
                  + IntStream.range(0, width)
                      .mapToDouble(j -> a[i][j] * Math.pow(x[j] - u[i][j], 2) / 2)
                      .sum());
      return losses;
    };
  }

  private static Rows gradients(UnaryOperator<double[]> problem, double[] x) {
    double[][] rows = new double[problem.apply(x).length][x.length];
    for (int j = 0; j < x.length; j++) {
      double[] more = x.clone();
      double[] less = x.clone();
      more[j] += 1e-6;
      less[j] -= 1e-6;
      double[] above = problem.apply(more);
      double[] below = problem.apply(less);
      for (int i = 0; i < rows.length; i++) {
        rows[i][j] = (above[i] - below[i]) / (more[j] - less[j]);
      }
    }
    return new Rows(rows);
  }

  /** The length of the shortest convex combination of the gradients. */
  private static double stationarity(UnaryOperator<double[]> problem, double[] x) {
    Rows rows = gradients(problem, x);
    return rows.gram().length(MinimumNorm.weights(rows.gram()));
  }

  /** Adam at a rate that falls to 0 in the second half. */
  private static double[] descend(
      LossBalancing method, UnaryOperator<double[]> problem, double[] start, double rate) {
    int steps = 30_000;
    double[] x = start.clone();
    double[] first = new double[x.length];
    double[] second = new double[x.length];
    int[] tasks = IntStream.range(0, problem.apply(x).length).toArray();
    double[] sure = Vectors.filled(tasks.length, 0.5);
    LossRun run = new LossRun(method, tasks.length);
    for (int step = 1; step <= steps; step++) {
      Rows rows = gradients(problem, x);
      double[] losses = problem.apply(x);
      double now = rate * Math.min(2 - 2.0 * step / (steps + 1), 1);
      double[] moved = x;
      run.step(
          tasks,
          losses,
          weights -> {
            double[] direction = rows.mix(weights);
            for (int j = 0; j < moved.length; j++) {
              first[j] += 0.1 * (direction[j] - first[j]);
              second[j] += 0.001 * (direction[j] * direction[j] - second[j]);
              moved[j] -= now * first[j] / (Math.sqrt(second[j]) + 1e-8);
            }
            return problem.apply(moved);
          },
          sure);
      if (step % 100 == 0) {
        run.endEpoch(problem.apply(x));
      }
    }
    return x;
  }

  /** From the last but one start fixed weights stay in the second task's valley. */
  @Test
  void famoEndsOnTheParetoSetOfTwoValleys() {
    for (double[] start : STARTS) {
      double[] end =
          descend(Balancing.famo(0.025, 0, 0, 0), LossToyProblemsTest::twoValleys, start, 2e-3);
      assertThat(stationarity(LossToyProblemsTest::twoValleys, end)).isLessThan(1e-2);
      assertThat(end[0]).isBetween(-7.01, 7.01);
      assertThat(end[1]).isBetween(-9.0, -7.0);
    }
  }

  @Test
  void fixedWeightsStayInAValley() {
    double[] end =
        descend(Balancing.fixedWeights(), LossToyProblemsTest::twoValleys, STARTS[1], 2e-3);
    assertThat(end[1]).isPositive();
  }

  @ParameterizedTest
  @EnumSource(value = LossMethods.class, mode = Mode.EXCLUDE, names = "RLW")
  void quadraticsEndWhereNoDirectionHelpsAll(LossMethods m) {
    Random random = new Random(3);
    for (int tasks = 2; tasks <= 4; tasks++) {
      UnaryOperator<double[]> problem = quadratics(random, tasks, 3);
      double[] start = Vectors.filled(3, 5);
      double[] end = descend(m.method, problem, start, 1e-2);
      assertThat(stationarity(problem, end)).isLessThan(1e-2 * stationarity(problem, start));
    }
  }
}
