package dev.espalier.runtime.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights that are learnt from step to step: GradNorm's and MoCo's. */
class LearntWeightsTest {
  private static final int[] TASKS = {0, 1, 2};

  /** Where {@code sum r_i^alpha = T}, all lengths can be what they should be. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1, 1e12})
  void gradNormEndsWhereLengthsFollowProgress(double scale) {
    double[] first = {2, 4, 8};
    double[] now = {1, 3, 2};
    Rows rows =
        new Rows(new double[] {1, 0}, new double[] {0, 5}, new double[] {0.3, 0.4}).times(scale);
    GradientBalancing.Mixing mixing =
        Balancing.gradNorm(1, 1e-3).start(new GradientBalancing.Start(3, 1));
    assertThat(mixing.weights(gradients(1, TASKS, first, rows))).containsExactly(1, 1, 1);
    double[] weights = {};
    for (int step = 2; step < 20_000; step++) {
      weights = mixing.weights(gradients(step, TASKS, now, rows));
      assertThat(Vectors.sum(weights)).isCloseTo(3, within(1e-9));
    }
    // Progress 1/2, 3/4 and 1/4.
    double unit = weights[0] * rows.norm(0) / 2;
    assertThat(weights[1] * rows.norm(1)).isCloseTo(3 * unit, within(0.02 * 3 * unit));
    assertThat(weights[2] * rows.norm(2)).isCloseTo(unit, within(0.02 * unit));
  }

  @Test
  void gradNormWithoutAlphaMakesAllGradientsEquallyLong() {
    Rows rows = new Rows(new double[] {1, 0}, new double[] {0, 5}, new double[] {0.3, 0.4});
    GradientBalancing.Mixing mixing =
        Balancing.gradNorm(0, 1e-3).start(new GradientBalancing.Start(3, 1));
    double[] weights = {};
    for (int step = 1; step < 20_000; step++) {
      weights = mixing.weights(gradients(step, TASKS, new double[] {1.0 / step, 0, -2}, rows));
    }
    for (int i = 1; i < 3; i++) {
      double ratio = weights[i] * rows.norm(i) / weights[0] / rows.norm(0);
      assertThat(ratio).isCloseTo(1, within(0.02));
    }
  }

  /** The direction of the first change, by finite differences of the loss of the weights. */
  @Test
  void gradNormDescendsItsLoss() {
    Random random = new Random(6);
    for (int repeat = 0; repeat < 50; repeat++) {
      Rows rows = Rows.random(random, 3, 4);
      double[] losses = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      GradientBalancing.Mixing mixing =
          Balancing.gradNorm(1.5, 1e-4).start(new GradientBalancing.Start(3, 1));
      mixing.weights(gradients(1, TASKS, new double[] {1, 1, 1}, new Rows(new double[3][4])));
      mixing.weights(gradients(2, TASKS, losses, rows));
      double[] learnt = mixing.weights(gradients(3, TASKS, losses, rows));
      double mean = (rows.norm(0) + rows.norm(1) + rows.norm(2)) / 3;
      double meanLoss = Vectors.sum(losses) / 3;
      double before = 0;
      double after = 0;
      for (int i = 0; i < 3; i++) {
        double target = mean * Math.pow(losses[i] / meanLoss, 1.5);
        before += Math.abs(rows.norm(i) - target);
        after += Math.abs(learnt[i] * rows.norm(i) - target);
      }
      assertThat(after).isLessThan(before);
    }
  }

  /** Adam with its corrections, on finite differences of the loss over the mean length. */
  @Test
  void gradNormIsAdamOnItsLoss() {
    Random random = new Random(8);
    GradientBalancing.Mixing mixing =
        Balancing.gradNorm(1.5, 0.05).start(new GradientBalancing.Start(3, 1));
    double[] s = new double[3];
    double[] first = new double[3];
    double[] second = new double[3];
    double[] initial = {};
    for (int step = 1; step <= 15; step++) {
      Rows rows = Rows.random(random, 3, 4);
      double[] losses = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      initial = step == 1 ? losses : initial;
      double[] weights = Vectors.scaled(Vectors.softmax(s), 3);
      assertThat(mixing.weights(gradients(step, TASKS, losses, rows)))
          .containsExactly(weights, within(1e-5));
      double mean = 0;
      double progress = 0;
      for (int i = 0; i < 3; i++) {
        mean += weights[i] * rows.norm(i) / 3;
        progress += losses[i] / initial[i] / 3;
      }
      double[] targets = new double[3];
      for (int i = 0; i < 3; i++) {
        targets[i] = mean * Math.pow(losses[i] / initial[i] / progress, 1.5);
      }
      double[] slopes = new double[3];
      for (int i = 0; i < 3; i++) {
        slopes[i] = (loss(s, i, 1e-6, rows, targets) - loss(s, i, -1e-6, rows, targets)) / 2e-6;
      }
      for (int i = 0; i < 3; i++) {
        double slope = slopes[i] / mean;
        first[i] = 0.9 * first[i] + 0.1 * slope;
        second[i] = 0.999 * second[i] + 0.001 * slope * slope;
        double root = Math.sqrt(second[i] / (1 - Math.pow(0.999, step)));
        s[i] -= 0.05 * first[i] / (1 - Math.pow(0.9, step)) / (root + 1e-8);
      }
    }
  }

  private static double loss(double[] s, int moved, double by, Rows rows, double[] targets) {
    double[] shifted = s.clone();
    shifted[moved] += by;
    double[] weights = Vectors.scaled(Vectors.softmax(shifted), 3);
    double loss = 0;
    for (int i = 0; i < 3; i++) {
      loss += Math.abs(weights[i] * rows.norm(i) - targets[i]);
    }
    return loss;
  }

  @Test
  void gradNormLearnsNothingOfAbsentTasks() {
    Rows rows = new Rows(new double[] {1, 0}, new double[] {0, 5});
    GradientBalancing.Mixing mixing =
        Balancing.gradNorm(1.5, 0.1).start(new GradientBalancing.Start(3, 1));
    double[] losses = {1, 1};
    for (int step = 1; step <= 10; step++) {
      mixing.weights(gradients(step, new int[] {0, 2}, losses, rows));
    }
    double[] all =
        mixing.weights(gradients(11, TASKS, new double[] {1, 1, 1}, new Rows(new double[3][2])));
    assertThat(all[0]).isGreaterThan(all[1]);
    assertThat(all[2]).isLessThan(all[1]);
    double[] alone =
        mixing.weights(
            gradients(12, new int[] {1}, new double[] {9}, rows.permuted(new int[] {0})));
    assertThat(alone).containsExactly(all[1]);
  }

  @Test
  void moCoIsItsFormula() {
    Random random = new Random(6);
    GradientBalancing moCo = Balancing.moCo(0.5, 0.5, 0.3, 0.7, 0.2);
    GradientBalancing.Mixing mixing = moCo.start(new GradientBalancing.Start(3, 1));
    double[] shares = {1.0 / 3, 1.0 / 3, 1.0 / 3};
    for (int step = 1; step <= 20; step++) {
      Rows rows = Rows.random(random, 3, 4);
      double[] slopes = rows.gram().project(shares);
      double rate = 0.3 / Math.pow(step, 0.7);
      double[] powers = new double[3];
      double sum = 0;
      for (int i = 0; i < 3; i++) {
        powers[i] = Math.exp(shares[i] - rate * (slopes[i] + 0.2 * shares[i]));
        sum += powers[i];
      }
      for (int i = 0; i < 3; i++) {
        shares[i] = powers[i] / sum;
      }
      double[] actual = mixing.weights(gradients(step, TASKS, new double[] {1, 1, 1}, rows));
      assertThat(actual).containsExactly(shares, within(1e-12));
    }
    assertThat(moCo.form()).isEqualTo(GradientForm.UNIT_TIMES_LOSS);
    assertThat(moCo.averagingRate(4)).isEqualTo(0.25);
  }

  @Test
  void moCoKeepsTheSharesOfAbsentTasks() {
    GradientBalancing.Mixing mixing = Balancing.moCo().start(new GradientBalancing.Start(3, 1));
    Rows rows = new Rows(new double[] {3, 0}, new double[] {0, 1});
    double[] pair = mixing.weights(gradients(1, new int[] {0, 2}, new double[] {1, 1}, rows));
    assertThat(Vectors.sum(pair)).isCloseTo(1, within(1e-12));
    // No gradients at all: a softmax of the shares, of which the absent task's is still a third.
    double[] all =
        mixing.weights(gradients(2, TASKS, new double[] {1, 1, 1}, new Rows(new double[3][2])));
    double[] expected = Vectors.softmax(new double[] {2 * pair[0] / 3, 1.0 / 3, 2 * pair[1] / 3});
    assertThat(all).containsExactly(expected, within(1e-12));
  }

  @Test
  void averagesAreOfTheSpokenOfForms() {
    assertThat(Balancing.dbMtl().form()).isEqualTo(GradientForm.LOG_LOSS);
    assertThat(Balancing.dbMtl().averagingRate(9)).isCloseTo(0.1, within(1e-15));
    assertThat(Balancing.dbMtl(0.9, 0.5).averagingRate(9)).isCloseTo(0.7, within(1e-15));
    for (Methods m : Methods.values()) {
      if (m != Methods.MO_CO && m != Methods.DB_MTL) {
        assertThat(m.method.form()).isEqualTo(GradientForm.PLAIN);
        assertThat(m.method.averagingRate(3)).isEqualTo(1);
      }
    }
  }

  private static TaskGradients gradients(long step, int[] tasks, double[] losses, Rows rows) {
    return new TaskGradients(step, 1, tasks, losses, rows.gram());
  }
}
