package dev.espalier.runtime.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What all methods do with gradients of every shape, scale and kind of dependence. */
class OddGradientsTest {

  @ParameterizedTest
  @EnumSource(Methods.class)
  void weightsAreFinite(Methods m) {
    for (Rows rows : Problems.all()) {
      double[] weights = rows.weights(m.method);
      assertThat(weights).hasSize(rows.size());
      assertThat(Vectors.sumOfSizes(weights)).as("%s", rows.gram()).isFinite();
    }
  }

  /**
   * What a graph hands over: entries that single precision has rounded, no longer quite definite.
   */
  @ParameterizedTest
  @EnumSource(Methods.class)
  void weightsAreFiniteForRoundedInnerProducts(Methods m) {
    for (Rows rows : Problems.all()) {
      double[] weights = weights(m.method, rounded(rows));
      assertThat(Vectors.sumOfSizes(weights)).as("%s", rows.gram()).isFinite();
    }
  }

  @ParameterizedTest
  @EnumSource(Methods.class)
  void roundedInnerProductsAreEnough(Methods m) {
    for (Rows rows : Problems.independent(2)) {
      double[] exact = rows.weights(m.method);
      double[] rounded = weights(m.method, rounded(rows));
      double most = Arrays.stream(exact).map(Math::abs).max().orElse(0);
      assertThat(rounded).containsExactly(exact, within(1e-4 * most));
    }
  }

  private static Gram rounded(Rows rows) {
    double[][] products = rows.gram().toArray();
    double scale = Math.max(rows.gram().trace(), 1e-100);
    for (double[] row : products) {
      Arrays.setAll(row, j -> (float) (row[j] / scale) * scale);
    }
    return Gram.of(products);
  }

  private static double[] weights(GradientBalancing method, Gram gram) {
    int[] tasks = new int[gram.size()];
    Arrays.setAll(tasks, i -> i);
    double[] losses = Vectors.filled(gram.size(), 1);
    return method
        .start(new GradientBalancing.Start(gram.size(), 7))
        .weights(new TaskGradients(1, 1, tasks, losses, gram));
  }

  @ParameterizedTest
  @EnumSource(Methods.class)
  void oneTaskHasWeightOne(Methods m) {
    for (Rows rows : Problems.all()) {
      if (rows.size() == 1) {
        assertThat(rows.weights(m.method)).containsExactly(1);
      }
    }
  }

  /** Of random order for more than two tasks: PCGrad and GradVac. */
  @ParameterizedTest
  @EnumSource(Methods.class)
  void permutedTasksHavePermutedDirections(Methods m) {
    Random random = new Random(3);
    boolean drawn = m == Methods.PC_GRAD || m == Methods.GRAD_VAC;
    for (int spread : new int[] {0, 3}) {
      for (Rows rows : Problems.independent(spread)) {
        if (!drawn || rows.size() == 2) {
          int[] order = order(rows.size(), random);
          double[] weights = rows.weights(m.method);
          double[] permuted = rows.permuted(order).weights(m.method);
          for (int i = 0; i < order.length; i++) {
            double expected = weights[order[i]];
            assertThat(permuted[i]).isCloseTo(expected, within(1e-6 * Math.abs(expected) + 1e-9));
          }
        }
      }
    }
  }

  /** Weights need not be unique then, but what is descended along is. */
  @ParameterizedTest
  @EnumSource(
      value = Methods.class,
      names = {"MGDA", "CA_GRAD", "UP_GRAD", "DUAL_PROJ", "IMTL_G", "CON_FIG", "DB_MTL"})
  void permutedTasksHaveTheSameDirectionThoughDependent(Methods m) {
    Random random = new Random(3);
    for (Rows rows : Problems.all()) {
      int[] order = order(rows.size(), random);
      double[] weights = rows.weights(m.method);
      double[] direction = rows.mix(weights);
      double[] permuted = rows.permuted(order).direction(m.method);
      double rounding = 1e-6 * (rows.unreduced(weights) + rows.longest());
      assertThat(Rows.distance(direction, permuted))
          .as("%s", rows.gram())
          .isLessThanOrEqualTo(rounding);
    }
  }

  /** FairGrad's and MoCo's do, by their formulas, and Nash-MTL is clipped to a length. */
  @ParameterizedTest
  @EnumSource(
      value = Methods.class,
      mode = Mode.EXCLUDE,
      names = {"FAIR_GRAD", "FAIR_GRAD_LESS", "FAIR_GRAD_MORE", "MO_CO", "NASH"})
  void weightsDoNotDependOnTheScale(Methods m) {
    for (Rows rows : Problems.independent(2)) {
      double[] weights = rows.weights(m.method);
      for (double scale : new double[] {1e-15, 1e15}) {
        double[] scaled = rows.times(scale).weights(m.method);
        for (int i = 0; i < weights.length; i++) {
          assertThat(scaled[i]).isCloseTo(weights[i], within(1e-7 * Math.abs(weights[i]) + 1e-9));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Methods.class)
  void withoutAnyGradientTheWeightsAreThoseOfSumOrMean(Methods m) {
    Rows rows = new Rows(new double[4], new double[4], new double[4], new double[4]);
    double divisor =
        switch (m) {
          case CA_GRAD -> 4 * 1.25;
          case CA_GRAD_LARGE -> 4 * 3;
          case GRAD_NORM, PC_GRAD, GRAD_VAC, NASH, NASH_UNCLIPPED, ALIGNED, CON_FIG, DB_MTL -> 1;
          default -> 4;
        };
    assertThat(rows.weights(m.method))
        .containsExactly(Vectors.filled(4, 1 / divisor), within(1e-15));
  }

  @ParameterizedTest
  @EnumSource(
      value = Methods.class,
      names = {"IMTL_G", "CON_FIG", "NASH", "NASH_UNCLIPPED", "FAIR_GRAD", "ALIGNED", "DB_MTL"})
  void methodsThatDivideByNormsLeaveGradientsOfZeroOut(Methods m) {
    Rows rows = Rows.random(new Random(1), 3, 8);
    Rows more = new Rows(rows.rows()[0], new double[8], rows.rows()[1], rows.rows()[2]);
    double[] weights = rows.weights(m.method);
    assertThat(more.weights(m.method))
        .containsExactly(new double[] {weights[0], 0, weights[1], weights[2]}, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(
      value = Methods.class,
      names = {
        "MGDA",
        "PC_GRAD",
        "UP_GRAD_EXACT",
        "DUAL_PROJ_EXACT",
        "IMTL_G",
        "CON_FIG",
        "GRAD_VAC",
        "CA_GRAD_LARGE",
        "ALIGNED"
      })
  void oppositeGradientsCancel(Methods m) {
    Rows rows = new Rows(new double[] {3, -1}, new double[] {-6, 2});
    double[] weights = rows.weights(m.method);
    double rounding = m == Methods.ALIGNED ? 2 * rows.norm(0) : 1e-6;
    assertThat(Rows.length(rows.mix(weights))).isLessThanOrEqualTo(rounding);
  }

  @ParameterizedTest
  @EnumSource(
      value = Methods.class,
      names = {"NASH_UNCLIPPED", "FAIR_GRAD"})
  void whereNoSolutionIsTheLastWeightsStay(Methods m) {
    Rows good = new Rows(new double[] {3, -1}, new double[] {1, 2});
    Rows opposite = new Rows(new double[] {3, -1}, new double[] {-6, 2});
    GradientBalancing.Mixing mixing = m.method.start(new GradientBalancing.Start(2, 1));
    double initial = m == Methods.FAIR_GRAD ? 0.5 : 1;
    assertThat(opposite.weights(mixing, 1)).containsExactly(initial, initial);
    double[] solved = good.weights(mixing, 2);
    assertThat(solved).doesNotContain(initial);
    assertThat(opposite.weights(mixing, 3)).containsExactly(solved);
    assertThat(opposite.times(1e-12).weights(mixing, 4)).containsExactly(solved);
  }

  /** What is remembered belongs to tasks, not to places in a batch. */
  @ParameterizedTest
  @EnumSource(Methods.class)
  void absentTasksAreAsIfTheyWereNot(Methods m) {
    Rows rows = Rows.random(new Random(9), 3, 6);
    GradientBalancing.Mixing some = m.method.start(new GradientBalancing.Start(5, 7));
    GradientBalancing.Mixing all = m.method.start(new GradientBalancing.Start(3, 7));
    int[] places = {1, 2, 4};
    double[] losses = {1, 2, 3};
    for (int step = 1; step <= 5; step++) {
      double[] left = some.weights(new TaskGradients(step, 1, places, losses, rows.gram()));
      double[] right =
          all.weights(new TaskGradients(step, 1, new int[] {0, 1, 2}, losses, rows.gram()));
      if (m != Methods.GRAD_NORM) {
        assertThat(left).containsExactly(right, within(1e-12));
      }
      // One task alone, and another that was not there: nothing to learn from.
      double[] alone =
          some.weights(
              new TaskGradients(
                  step, 1, new int[] {3}, new double[] {9}, new Rows(new double[] {2}).gram()));
      assertThat(alone).hasSize(1);
      assertThat(alone[0]).isFinite().isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(Methods.class)
  void equalSeedsGiveEqualBits(Methods m) {
    Rows rows = Rows.random(new Random(9), 6, 4);
    GradientBalancing.Mixing left = m.method.start(new GradientBalancing.Start(6, 5));
    GradientBalancing.Mixing right = m.method.start(new GradientBalancing.Start(6, 5));
    for (int step = 1; step <= 10; step++) {
      assertThat(rows.weights(left, step)).containsExactly(rows.weights(right, step));
    }
  }

  @Test
  void theProblemsAreOfEveryKind() {
    assertThat(Problems.all()).hasSizeGreaterThan(1000);
    assertThat(Problems.independent(2).stream().filter(OddGradientsTest::conflicts).count())
        .isGreaterThan(50);
  }

  private static boolean conflicts(Rows rows) {
    return IntStream.range(1, rows.size()).anyMatch(i -> rows.dot(0, rows.rows()[i]) < 0);
  }

  private static int[] order(int size, Random random) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }
}
