package dev.espalier.runtime.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whole descents on functions of a few numbers; they end where no direction helps all tasks. */
class ToyProblemsTest {
  private static final double ADAM_RATE = 2e-3;
  private static final int ADAM_STEPS = 40_000;
  private static final double RATE = 0.02;
  private static final int STEPS = 4000;

  /** Losses of several tasks, all above 0 if a method takes logarithms. */
  private interface Problem {
    int tasks();

    double[] losses(double[] x);

    Rows gradients(double[] x);
  }

  /** {@code f_i = 1 + x_i^2 / 2}: one point is best for all. */
  private record ElementWise(int tasks) implements Problem {
    @Override
    public double[] losses(double[] x) {
      return Arrays.stream(x).map(value -> 1 + value * value / 2).toArray();
    }

    @Override
    public Rows gradients(double[] x) {
      double[][] rows = new double[tasks][tasks];
      for (int i = 0; i < tasks; i++) {
        rows[i][i] = x[i];
      }
      return new Rows(rows);
    }
  }

  /** {@code f_i = 1 + sum a_ij (x_j - u_ij)^2 / 2}: what is best for one is not for others. */
  private record Quadratics(double[][] a, double[][] u) implements Problem {
    @Override
    public int tasks() {
      return a.length;
    }

    @Override
    public double[] losses(double[] x) {
      double[] losses = Vectors.filled(a.length, 1);
      for (int i = 0; i < a.length; i++) {
        for (int j = 0; j < x.length; j++) {
          losses[i] += a[i][j] * (x[j] - u[i][j]) * (x[j] - u[i][j]) / 2;
        }
      }
      return losses;
    }

    @Override
    public Rows gradients(double[] x) {
      double[][] rows = new double[a.length][x.length];
      for (int i = 0; i < a.length; i++) {
        int row = i;
        Arrays.setAll(rows[i], j -> a[row][j] * (x[j] - u[row][j]));
      }
      return new Rows(rows);
    }
  }

  /** The two tasks of CAGrad's and FAMO's papers, the first a tenth as large as the second. */
  private record TwoValleys() implements Problem {
    private static final double LEAST = 5e-6;

    @Override
    public int tasks() {
      return 2;
    }

    @Override
    public double[] losses(double[] x) {
      double upper = Math.max(Math.tanh(x[1] / 2), 0);
      double lower = Math.max(Math.tanh(-x[1] / 2), 0);
      double first = upper * logarithm(steep1(x)) + lower * bowl(x, 7);
      return new double[] {0.1 * first, upper * logarithm(steep2(x)) + lower * bowl(x, -7)};
    }

    @Override
    public Rows gradients(double[] x) {
      double bend = 1 / Math.pow(Math.cosh(x[1]), 2);
      return new Rows(
          Vectors.scaled(gradient(x, steep1(x), bend, 7), 0.1), gradient(x, steep2(x), -bend, -7));
    }

    private static double[] gradient(double[] x, double steep, double bend, double center) {
      double upper = Math.max(Math.tanh(x[1] / 2), 0);
      double lower = Math.max(Math.tanh(-x[1] / 2), 0);
      double change = 0.5 / Math.pow(Math.cosh(x[1] / 2), 2);
      double inverse = Math.abs(steep) > LEAST ? 1 / steep : 0;
      return new double[] {
        upper * -0.5 * inverse + lower * (x[0] - center) / 5,
        upper * bend * inverse
            + lower * (x[1] + 8) / 50
            + (x[1] > 0 ? change * logarithm(steep) : -change * bowl(x, center))
      };
    }

    private static double steep1(double[] x) {
      return 0.5 * (-x[0] - 7) + Math.tanh(x[1]);
    }

    private static double steep2(double[] x) {
      return 0.5 * (-x[0] + 3) - Math.tanh(x[1]) + 2;
    }

    private static double logarithm(double steep) {
      return Math.log(Math.max(Math.abs(steep), LEAST)) + 6;
    }

    private static double bowl(double[] x, double center) {
      return (Math.pow(x[0] - center, 2) + 0.1 * Math.pow(x[1] + 8, 2)) / 10 - 20;
    }
  }

  @Test
  void gradientsAreThoseOfTheLosses() {
    Random random = new Random(1);
    for (Problem problem :
        List.of(new ElementWise(3), quadratics(random, 4, 3), new TwoValleys())) {
      for (int repeat = 0; repeat < 20; repeat++) {
        double[] x = {4 * random.nextGaussian(), 4 * random.nextGaussian(), random.nextGaussian()};
        x = problem instanceof TwoValleys ? Arrays.copyOf(x, 2) : x;
        Rows gradients = problem.gradients(x);
        for (int j = 0; j < x.length; j++) {
          double[] more = x.clone();
          more[j] += 1e-6;
          double[] less = x.clone();
          less[j] -= 1e-6;
          for (int i = 0; i < gradients.size(); i++) {
            double slope = (problem.losses(more)[i] - problem.losses(less)[i]) / 2e-6;
            assertThat(gradients.rows()[i][j])
                .isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
          }
        }
      }
    }
  }

  /** Those that may stop where one task is at its minimum, which is Pareto stationary, do. */
  @ParameterizedTest
  @EnumSource(Methods.class)
  void elementWiseQuadraticsEndAtTheirMinimum(Methods m) {
    Problem problem = new ElementWise(4);
    double[] start = {3, -1, 0.5, 10};
    double[] end = descend(m.method, problem, start);
    assertThat(stationarity(problem, end)).isLessThan(1e-2 * stationarity(problem, start));
    switch (m) {
      case MGDA, MGDA_LOSS, IMTL_G, FAIR_GRAD_MORE, GRAD_NORM, CA_GRAD_LARGE -> {}
      default -> assertThat(Rows.length(end)).isLessThan(1e-2);
    }
  }

  /**
   * IMTL-G's weights may be negative with more than two tasks, and it then need not end at all;
   * what Nash-MTL's clipping prevents are steps along gradients that almost cancel.
   */
  @ParameterizedTest
  @EnumSource(value = Methods.class, mode = Mode.EXCLUDE, names = "NASH_UNCLIPPED")
  void quadraticsEndWhereNoDirectionHelpsAll(Methods m) {
    Random random = new Random(3);
    for (int tasks = 2; tasks <= (m == Methods.IMTL_G ? 2 : 4); tasks++) {
      Problem problem = quadratics(random, tasks, 6);
      double[] start = Vectors.filled(6, 5);
      double[] end = descend(m.method, problem, start);
      assertThat(stationarity(problem, end)).isLessThan(1e-3 * stationarity(problem, start));
    }
  }

  /** From the last but one start the mean of the gradients stays in the second task's valley. */
  @ParameterizedTest
  @EnumSource(
      value = Methods.class,
      names = {
        "PC_GRAD",
        "MGDA",
        "CA_GRAD",
        "CA_GRAD_LARGE",
        "IMTL_G",
        "NASH",
        "ALIGNED",
        "UP_GRAD_EXACT",
        "DUAL_PROJ_EXACT",
        "FAIR_GRAD",
        "FAIR_GRAD_MORE",
        "CON_FIG"
      })
  void twoValleysEndOnTheParetoSet(Methods m) {
    Problem problem = new TwoValleys();
    for (double[] start : new double[][] {{-8.5, 7.5}, {9, 9}, {10, -8}}) {
      double[] end = adam(m.method, problem, start);
      assertThat(stationarity(problem, end)).isLessThan(1e-2);
      assertThat(end[0]).isBetween(-7.01, 7.01);
      assertThat(end[1]).isBetween(-9.0, -7.0);
    }
  }

  @Test
  void theMeanStaysInAValley() {
    Problem problem = new TwoValleys();
    double[] end = adam(Methods.CA_GRAD_MEAN.method, problem, new double[] {9, 9});
    assertThat(end[1]).isPositive();
    assertThat(stationarity(problem, end)).isGreaterThan(0.05);
  }

  private static Quadratics quadratics(Random random, int tasks, int width) {
    double[][] a = new double[tasks][width];
    double[][] u = new double[tasks][width];
    for (int i = 0; i < tasks; i++) {
      Arrays.setAll(a[i], j -> Math.exp(random.nextGaussian()));
      Arrays.setAll(u[i], j -> random.nextGaussian());
    }
    return new Quadratics(a, u);
  }

  /** The length of the shortest convex combination of the gradients. */
  private static double stationarity(Problem problem, double[] x) {
    Rows rows = problem.gradients(x);
    return rows.gram().length(MinimumNorm.weights(rows.gram()));
  }

  /** Steps of a rate that falls to 0, as some directions keep their lengths. */
  private static double[] descend(GradientBalancing method, Problem problem, double[] start) {
    double[] x = start.clone();
    Simulation simulation = new Simulation(method, problem);
    for (int step = 1; step <= STEPS; step++) {
      Rows.add(x, -RATE * (1 - (double) step / (STEPS + 1)), simulation.direction(x, step));
    }
    return x;
  }

  private static double[] adam(GradientBalancing method, Problem problem, double[] start) {
    double[] x = start.clone();
    double[] first = new double[x.length];
    double[] second = new double[x.length];
    Simulation simulation = new Simulation(method, problem);
    for (int step = 1; step <= ADAM_STEPS; step++) {
      double[] direction = simulation.direction(x, step);
      double correction1 = 1 - Math.pow(0.9, step);
      double correction2 = 1 - Math.pow(0.999, step);
      for (int j = 0; j < x.length; j++) {
        first[j] = 0.9 * first[j] + 0.1 * direction[j];
        second[j] = 0.999 * second[j] + 0.001 * direction[j] * direction[j];
        x[j] -= ADAM_RATE * first[j] / correction1 / (Math.sqrt(second[j] / correction2) + 1e-8);
      }
    }
    return x;
  }

  /** What a step does with gradients in the form, and the averages, that a method asks for. */
  private static final class Simulation {
    private final GradientBalancing method;
    private final GradientBalancing.Mixing mixing;
    private final Problem problem;
    private Rows averages;

    Simulation(GradientBalancing method, Problem problem) {
      this.method = method;
      this.problem = problem;
      this.mixing = method.start(new GradientBalancing.Start(problem.tasks(), 1));
    }

    double[] direction(double[] x, int step) {
      double[] losses = problem.losses(x);
      Rows gradients = problem.gradients(x);
      averages = averages == null ? gradients.times(0) : averages;
      for (int i = 0; i < gradients.size(); i++) {
        double factor =
            switch (method.form()) {
              case PLAIN -> 1;
              case LOG_LOSS -> 1 / losses[i];
              case UNIT_TIMES_LOSS -> losses[i] / Math.max(gradients.norm(i), 1e-30);
            };
        double rate = method.averagingRate(step);
        double[] average = averages.rows()[i];
        double[] gradient = gradients.rows()[i];
        Arrays.setAll(average, j -> average[j] + rate * (factor * gradient[j] - average[j]));
      }
      int[] tasks = new int[losses.length];
      Arrays.setAll(tasks, i -> i);
      return averages.mix(
          mixing.weights(new TaskGradients(step, 1, tasks, losses, averages.gram())));
    }
  }
}
