package dev.espalier.runtime.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.espalier.dsl.Certainty;
import dev.espalier.dsl.UncertaintyForm;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.LossBalancing.Beginning;
import dev.espalier.runtime.balance.LossBalancing.WeighedTask;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each method that weighs losses against its formula, written down again. */
class LossRulesTest {
  private static final int[] ALL = {0, 1, 2};
  private static final int[] NONE = {};

  /** Adam as PyTorch has it, for one number. */
  private static final class Reference {
    private final double rate;
    private double m;
    private double v;
    private int t;

    Reference(double rate) {
      this.rate = rate;
    }

    double step(double slope) {
      t++;
      m += 0.1 * (slope - m);
      v += 0.001 * (slope * slope - v);
      return rate * (m / (1 - Math.pow(0.9, t))) / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
    }
  }

  private static double[] losses(Random random, int tasks) {
    double[] losses = new double[tasks];
    Arrays.setAll(losses, i -> Math.exp(random.nextGaussian()) * (i + 1));
    return losses;
  }

  /** The slope of a function of the losses in one of them. */
  private static double slope(ToDoubleFunction<double[]> of, double[] losses, int i) {
    double h = 1e-6 * losses[i];
    double[] more = losses.clone();
    double[] less = losses.clone();
    more[i] += h;
    less[i] -= h;
    return (of.applyAsDouble(more) - of.applyAsDouble(less)) / (more[i] - less[i]);
  }

  @ParameterizedTest
  @CsvSource({"BY_KIND, 0, 0.025", "OF_REGRESSION, -0.5, 0.1", "OF_CLASSIFICATION, 2, 0.01"})
  void uncertaintyDescendsItsObjective(UncertaintyForm form, double initial, double rate) {
    Random random = new Random(1);
    LossRun run = new LossRun(Balancing.uncertaintyWeighting(form, initial, rate), 3);
    double[] s = {initial, initial, initial};
    Reference[] adam = {new Reference(rate), new Reference(rate), new Reference(rate)};
    for (int step = 0; step < 300; step++) {
      double[] losses = losses(random, 3);
      double[] weights = run.step(losses);
      for (int i = 0; i < 3; i++) {
        // The second task is a regression.
        boolean half =
            form == UncertaintyForm.OF_REGRESSION || form == UncertaintyForm.BY_KIND && i == 1;
        double precision = Math.exp(-s[i]) / (half ? 2 : 1);
        assertThat(weights[i]).isCloseTo(precision, within(1e-9 * precision));
        s[i] -= adam[i].step(0.5 - precision * losses[i]);
      }
    }
  }

  /** At rest the weighted loss is 1/2, whatever the scale of the loss. */
  @ParameterizedTest
  @CsvSource({"1e-6", "0.3", "1", "1e6"})
  void uncertaintyEndsWhereScalesAreGone(double loss) {
    List<double[]> weights =
        LossRun.of(
            Balancing.uncertaintyWeighting(UncertaintyForm.BY_KIND, 0, 0.025), 60_000, loss, loss);
    double[] last = weights.get(weights.size() - 1);
    assertThat(last[0] * loss).isCloseTo(0.5, withinPercentage(1));
    assertThat(last[1] * loss).isCloseTo(0.5, withinPercentage(1));
  }

  @Test
  void imtlLDescendsItsObjective() {
    Random random = new Random(2);
    LossRun run = new LossRun(Balancing.imtlL(0.05), 3);
    double[] s = new double[3];
    Reference[] adam = {new Reference(0.05), new Reference(0.05), new Reference(0.05)};
    for (int step = 0; step < 300; step++) {
      double[] losses = losses(random, 3);
      double[] weights = run.step(losses);
      for (int i = 0; i < 3; i++) {
        assertThat(weights[i]).isCloseTo(Math.exp(s[i]), within(1e-9 * Math.exp(s[i])));
        s[i] -= adam[i].step(Math.exp(s[i]) * losses[i] - 1);
      }
    }
  }

  @Test
  void dynamicWeightAverageComparesEpochs() {
    Random random = new Random(3);
    LossRun run = new LossRun(Balancing.dynamicWeightAverage(0.7), 3);
    double[] before = null;
    double[] last = null;
    for (int epoch = 0; epoch < 20; epoch++) {
      double[] expected = {1, 1, 1};
      if (before != null) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
          expected[i] = Math.exp(last[i] / before[i] / 0.7);
          sum += expected[i];
        }
        for (int i = 0; i < 3; i++) {
          expected[i] *= 3 / sum;
        }
      }
      for (int step = 0; step < 5; step++) {
        assertThat(run.step(losses(random, 3))).containsExactly(expected, within(1e-12));
      }
      double[] mean = losses(random, 3);
      run.endEpoch(mean);
      before = last;
      last = mean;
    }
  }

  @Test
  void dynamicWeightAverageKnowsNothingOfLossesThatWereNothing() {
    LossRun run = new LossRun(Balancing.dynamicWeightAverage(), 3);
    run.endEpoch(0, -1, 1);
    run.endEpoch(1, -2, 1);
    assertThat(run.step(1, 1, 1)).containsExactly(new double[] {1, 1, 1}, within(1e-12));
    run.endEpoch(1, Double.NaN, 0);
    double[] weights = run.step(1, 1, 1);
    assertThat(weights[0]).isEqualTo(weights[1]).isGreaterThan(weights[2]);
  }

  @Test
  void randomWeightsAreSoftmaxesOfNormalDraws() {
    LossRun run = new LossRun(Balancing.randomLossWeighting(), 3);
    int n = 20_000;
    double sum = 0;
    double squares = 0;
    for (int step = 0; step < n; step++) {
      double[] weights = run.step(1, 1, 1);
      assertThat(Vectors.sum(weights)).isCloseTo(1, within(1e-12));
      double difference = Math.log(weights[0] / weights[2]);
      sum += difference;
      squares += difference * difference;
    }
    // The difference of two standard normals: mean 0, variance 2.
    assertThat(sum / n).isCloseTo(0, within(4 * Math.sqrt(2.0 / n)));
    assertThat(squares / n).isCloseTo(2, within(4 * Math.sqrt(8.0 / n)));
  }

  @Test
  void randomWeightsAreThoseOfSeedStepAndTask() {
    LossRun some = new LossRun(Balancing.randomLossWeighting(), 3, 7);
    LossRun same = new LossRun(Balancing.randomLossWeighting(), 3, 7);
    LossRun other = new LossRun(Balancing.randomLossWeighting(), 3, 8);
    double[] first = some.step(1, 1, 1);
    assertThat(same.step(1, 1, 1)).containsExactly(first);
    assertThat(other.step(1, 1, 1)).isNotEqualTo(first);
    double[] second = some.step(1, 1, 1);
    assertThat(second).isNotEqualTo(first);
    double[] pair = same.step(new int[] {0, 2}, new double[2], new double[0], new double[0]);
    assertThat(pair).containsExactly(second[0], second[2]);
  }

  @Test
  void geometricWeightsAreSlopesOfTheGeometricMean() {
    Random random = new Random(4);
    LossRun run = new LossRun(Balancing.geometricLoss(), 3);
    for (int repeat = 0; repeat < 50; repeat++) {
      double[] losses = losses(random, 3);
      double[] weights = run.step(losses);
      for (int i = 0; i < 3; i++) {
        double slope = slope(l -> Math.cbrt(l[0] * l[1] * l[2]), losses, i);
        assertThat(weights[i]).isCloseTo(slope, within(1e-6 * slope));
      }
    }
  }

  @Test
  void tchebycheffWeightsAreSlopesOfTheSmoothMaximum() {
    Random random = new Random(5);
    LossRun run = new LossRun(Balancing.smoothTchebycheff(0.3, 2), 3);
    double[] scale = {1, 1, 1};
    for (int epoch = 1; epoch <= 6; epoch++) {
      for (int step = 0; step < 5; step++) {
        double[] losses = losses(random, 3);
        double[] weights = run.step(losses);
        for (int i = 0; i < 3; i++) {
          double[] n = scale;
          double slope =
              epoch <= 2
                  ? 1 / losses[i]
                  : slope(
                      l -> {
                        double sum = 0;
                        for (int j = 0; j < 3; j++) {
                          sum += Math.exp(Math.log(l[j] / n[j]) / 0.3);
                        }
                        return 3 * 0.3 * Math.log(sum);
                      },
                      losses,
                      i);
          assertThat(weights[i]).isCloseTo(slope, within(1e-6 * slope + 1e-8));
        }
      }
      double[] mean = losses(random, 3);
      run.endEpoch(mean);
      scale = epoch == 2 ? mean : scale;
    }
  }

  @Test
  void tchebycheffTakesTheScaleOfATaskThatComesLate() {
    LossRun run = new LossRun(Balancing.smoothTchebycheff(1, 1), 2);
    run.endEpoch(4, Double.NaN);
    // T softmax(log(L / n)) / L = T / (n sum(L / n)).
    assertThat(run.step(4, 3)).containsExactly(new double[] {2 / 4.0 / 4, 2 / 4.0}, within(1e-12));
    run.endEpoch(2, 3);
    assertThat(run.step(4, 3))
        .containsExactly(new double[] {2 / 4.0 / 2, 2 / 3.0 / 2}, within(1e-12));
    run.endEpoch(1, 1);
    assertThat(run.step(4, 3))
        .containsExactly(new double[] {2 / 4.0 / 2, 2 / 3.0 / 2}, within(1e-12));
  }

  @Test
  void tchebycheffHasToBegin() {
    List<WeighedTask> tasks =
        List.of(new WeighedTask("a", false, true), new WeighedTask("b", false, true));
    assertThatThrownBy(() -> Balancing.smoothTchebycheff(1, 3).start(new Beginning(tasks, 3, 1)))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "The warm-up of smooth Tchebycheff has 3 epochs and the run 3, so that it would never"
                + " begin. Expected a shorter warm-up or a longer run.");
  }

  /** The authors' code, with automatic differentiation done by hand: the Jacobian of softmax. */
  @ParameterizedTest
  @CsvSource({"0.025, 0.001, 0", "0.1, 0, -2", "0.01, 0.5, 0.125"})
  void famoIsTheAuthorsUpdate(double rate, double decay, double bound) {
    Random random = new Random(6);
    LossRun run = new LossRun(Balancing.famo(rate, decay, bound, 1), 3);
    double[] xi = new double[3];
    Reference[] adam = {new Reference(rate), new Reference(rate), new Reference(rate)};
    for (int step = 0; step < 500; step++) {
      double[] losses = losses(random, 3);
      double[] after = losses(random, 3);
      for (int i = 0; i < 3; i++) {
        losses[i] += Math.max(bound, 0);
        after[i] += Math.max(bound, 0);
      }
      double[] weights = run.step(ALL, losses, after, new double[0]);
      double sum = Math.exp(xi[0]) + Math.exp(xi[1]) + Math.exp(xi[2]);
      double[] z = {Math.exp(xi[0]) / sum, Math.exp(xi[1]) / sum, Math.exp(xi[2]) / sum};
      double c = 0;
      for (int i = 0; i < 3; i++) {
        c += z[i] / (losses[i] - bound + 1e-8);
      }
      for (int i = 0; i < 3; i++) {
        double expected = z[i] / (losses[i] - bound + 1e-8) / c;
        assertThat(weights[i]).isCloseTo(expected, within(1e-9 * expected));
      }
      double[] slopes = new double[3];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          double delta = Math.log(losses[j] - bound + 1e-8) - Math.log(after[j] - bound + 1e-8);
          slopes[i] += z[j] * ((i == j ? 1 : 0) - z[i]) * delta;
        }
      }
      for (int i = 0; i < 3; i++) {
        xi[i] -= adam[i].step(slopes[i] + decay * xi[i]);
      }
    }
  }

  @Test
  void famoLearnsNothingOfASingleTaskOrOfAStepThatWentAstray() {
    LossRun run = new LossRun(Balancing.famo(), 2);
    double[] one = run.step(new int[] {1}, new double[] {3}, new double[] {1}, new double[0]);
    assertThat(one).containsExactly(new double[] {1}, within(1e-12));
    for (double broken : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      run.step(new int[] {0, 1}, new double[] {1, 1}, new double[] {1, broken}, new double[0]);
    }
    assertThat(run.step(1, 1)).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
  }

  @Test
  void taskExponentMovesTasksThatAreAhead() {
    LossRun run = new LossRun(Balancing.taskExponent(0.5, 0.02), 3, 4);
    double[] weights = run.step(1, 1, 1);
    assertThat(Vectors.sum(weights)).isCloseTo(1, within(1e-12));
    Random random = new Random(7);
    for (int epoch = 0; epoch < 12; epoch++) {
      double[] mean = losses(random, 3);
      run.endEpoch(mean);
      double[] expected = weights.clone();
      for (int i = 0; i < 3; i++) {
        int j = (i + 1) % 3;
        int k = (i + 2) % 3;
        if (mean[i] < (mean[j] + mean[k]) / 2) {
          double distance = weights[i] - (weights[j] + weights[k]) / 2;
          expected[i] = Math.max(weights[i] + 0.5 * distance, 0.02);
        }
      }
      weights = run.step(1, 1, 1);
      assertThat(weights).containsExactly(expected, within(1e-12));
    }
  }

  @Test
  void taskExponentLeavesOutWhatIsNotThere() {
    List<WeighedTask> tasks =
        List.of(
            new WeighedTask("a", true, true),
            new WeighedTask("b", true, false),
            new WeighedTask("c", true, true),
            new WeighedTask("d", true, true));
    LossRun run = new LossRun(Balancing.taskExponent(1, 0), tasks, 3);
    int[] trained = {0, 2, 3};
    double[] weights = run.step(trained, new double[3], new double[0], new double[0]);
    assertThat(Vectors.sum(weights)).isCloseTo(1, within(1e-12));
    run.endEpoch(1, 0, Double.NaN, 5);
    double[] next = run.step(trained, new double[3], new double[0], new double[0]);
    // The first is ahead of the last alone, from which it moves away.
    double moved = Math.max(weights[0] + weights[0] - weights[2], 0);
    assertThat(next).containsExactly(new double[] {moved, weights[1], weights[2]}, within(1e-12));
  }

  @Test
  void confidenceIsFollowedByItsAverage() {
    Random random = new Random(8);
    LossRun run =
        new LossRun(
            Balancing.confidenceScheduling(Certainty.CONFIDENCE, 2, 0.9),
            List.of(
                new WeighedTask("a", false, true),
                new WeighedTask("b", true, true),
                new WeighedTask("c", false, true)),
            1);
    double[] averages = null;
    for (int step = 0; step < 200; step++) {
      double[] expected = {1, 1, 1};
      if (averages != null) {
        double a = averages[0] * averages[0];
        double c = averages[1] * averages[1];
        expected = new double[] {2 * a / (a + c), 1, 2 * c / (a + c)};
      }
      double[] now = {0.5 + random.nextDouble() / 2, Double.NaN, 0.2 + random.nextDouble() / 2};
      double[] weights = run.step(ALL, new double[] {1, 1, 1}, new double[0], now);
      assertThat(weights).containsExactly(expected, within(1e-12));
      averages =
          averages == null
              ? new double[] {now[0], now[2]}
              : new double[] {0.9 * averages[0] + 0.1 * now[0], 0.9 * averages[1] + 0.1 * now[2]};
    }
  }

  @Test
  void confidenceNeedsTwoTasksThatPredictProbabilities() {
    List<WeighedTask> tasks =
        List.of(new WeighedTask("a", false, true), new WeighedTask("b", true, true));
    assertThatThrownBy(() -> Balancing.confidenceScheduling().start(new Beginning(tasks, 3, 1)))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "Confidence scheduling weighs tasks that predict probabilities. Expected two of them"
                + " or more among [`a`, `b`].");
  }

  /** Weights belong to tasks, not to places; what is drawn is drawn by place. */
  @ParameterizedTest
  @EnumSource(LossMethods.class)
  void permutedTasksHavePermutedWeights(LossMethods m) {
    if (m == LossMethods.RLW || m == LossMethods.TASK_EXPONENT) {
      return;
    }
    int[] order = {2, 0, 3, 1};
    List<WeighedTask> tasks =
        List.of(
            new WeighedTask("a", false, true),
            new WeighedTask("b", false, true),
            new WeighedTask("c", m.method.certainty().isEmpty(), true),
            new WeighedTask("d", m.method.certainty().isEmpty(), true));
    LossRun straight = new LossRun(m.method, tasks, 1);
    LossRun permuted = new LossRun(m.method, Arrays.stream(order).mapToObj(tasks::get).toList(), 1);
    Random random = new Random(9);
    boolean differed = false;
    for (int step = 0; step < 100; step++) {
      double[] losses = losses(random, 4);
      double[] after = losses(random, 4);
      int[] all = {0, 1, 2, 3};
      double[] sure = {0.1, 0.4, 0.9, random.nextDouble()};
      double[] weights = straight.step(all, losses, after, sure);
      double[] others = permuted.step(all, of(losses, order), of(after, order), of(sure, order));
      double greatest = Arrays.stream(weights).max().orElseThrow();
      assertThat(others).containsExactly(of(weights, order), within(1e-9 * greatest));
      differed |= Math.abs(weights[0] - weights[1]) > 1e-3 * greatest;
      if (step % 10 == 9) {
        straight.endEpoch(losses);
        permuted.endEpoch(of(losses, order));
      }
    }
    assertThat(differed).isEqualTo(m != LossMethods.FIXED);
  }

  private static double[] of(double[] values, int[] order) {
    return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
  }

  /** A batch that has one task of several. */
  @ParameterizedTest
  @EnumSource(LossMethods.class)
  void oneTaskAloneHasAWeightOfItsOwn(LossMethods m) {
    LossRun run = new LossRun(m.method, 3);
    for (int step = 0; step < 20; step++) {
      double[] loss = {0.5};
      double[] weights = run.step(new int[] {1}, loss, new double[] {0.4}, new double[] {0.7});
      assertThat(weights).hasSize(1);
      assertThat(weights[0]).isPositive().isFinite();
      switch (m) {
        case FIXED, DWA, DWA_SHARP, GEOMETRIC, FAMO, FAMO_FREE, CONFIDENCE, ENTROPY ->
            assertThat(weights[0]).isCloseTo(1, within(1e-9));
        case STCH, STCH_SHARP -> assertThat(weights[0]).isCloseTo(2, within(1e-9));
        default -> {}
      }
    }
  }

  /** What a batch lacks is left as it was. */
  @ParameterizedTest
  @EnumSource(LossMethods.class)
  void absentTasksLearnNothing(LossMethods m) {
    LossRun without = new LossRun(m.method, 3);
    LossRun with = new LossRun(m.method, 3);
    int[] pair = {0, 2};
    for (int step = 0; step < 30; step++) {
      double[] losses = {1 + step, 2};
      double[] after = {1, 2.5};
      double[] sure = {0.9, 0.5};
      without.step(pair, losses, after, sure);
    }
    // All tasks' own numbers, where methods keep some: the second's is as at the beginning.
    double[] learnt = without.step(1, 1, 1);
    double[] fresh = with.step(1, 1, 1);
    switch (m) {
      case UNCERTAINTY, UNCERTAINTY_REGRESSION, UNCERTAINTY_CLASSES, IMTL_L -> {
        assertThat(learnt[1]).isEqualTo(fresh[1]);
        assertThat(learnt[0]).isNotEqualTo(fresh[0]);
      }
      case FAMO, FAMO_FREE ->
          assertThat(learnt[1] / (learnt[0] + learnt[1] + learnt[2])).isPositive();
      case CONFIDENCE, ENTROPY -> assertThat(learnt[1]).isEqualTo(1);
      case FIXED, GEOMETRIC, TASK_EXPONENT, DWA, DWA_SHARP, STCH, STCH_SHARP ->
          assertThat(learnt).containsExactly(fresh, within(1e-12));
      case RLW -> assertThat(Vectors.sum(learnt)).isCloseTo(1, within(1e-12));
    }
  }

  /** Losses of all sizes, of nothing, and negative ones where they are allowed, for a long time. */
  @ParameterizedTest
  @EnumSource(LossMethods.class)
  void weightsAreAlwaysFiniteAndNotNegative(LossMethods m) {
    double[][] odd = {
      {1e-15, 1e15, 1},
      {1e15, 1e15, 1e-15},
      {0, 1, 1e15},
      {0, 0, 0},
      {1e-30, 1e-300, 1e30},
      {-1e-5, 1, 2},
    };
    for (double[] losses : odd) {
      LossRun run = new LossRun(m.method, 3);
      for (int step = 0; step < 3000; step++) {
        double[] after = {losses[1], losses[2], losses[0]};
        double[] sure = {0, 1, 1e-9};
        for (double weight : run.step(ALL, losses, after, sure)) {
          assertThat(weight).isFinite().isNotNegative();
          assertThat(weight).isLessThan(1e31);
        }
        if (step % 50 == 49) {
          run.endEpoch(step % 100 == 99 ? losses : after);
        }
      }
      assertThat(run.step(NONE, new double[0], new double[0], new double[0])).isEmpty();
    }
  }

  /** Scales that all losses have in common make no difference to what is about their relations. */
  @ParameterizedTest
  @CsvSource({"1e-15", "1e-6", "1e6", "1e15"})
  void scalesOfAllLossesAreNoMatter(double scale) {
    for (LossMethods m :
        List.of(LossMethods.DWA, LossMethods.GEOMETRIC, LossMethods.TASK_EXPONENT)) {
      LossRun plain = new LossRun(m.method, 3);
      LossRun scaled = new LossRun(m.method, 3);
      Random random = new Random(10);
      for (int epoch = 0; epoch < 6; epoch++) {
        double[] losses = losses(random, 3);
        double[] multiples = Vectors.scaled(losses, scale);
        double[] weights = plain.step(losses);
        assertThat(scaled.step(multiples)).containsExactly(weights, within(1e-9));
        plain.endEpoch(losses);
        scaled.endEpoch(multiples);
      }
    }
    double[] weights =
        Balancing.famo()
            .logarithms()
            .orElseThrow()
            .weights(new double[] {1e7 * scale, 2e7 * scale}, new double[2], 0);
    if (scale >= 1e-6) {
      assertThat(weights[0] / weights[1]).isCloseTo(2, within(1e-6));
    }
  }
}
