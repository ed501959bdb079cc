package dev.espalier.runtime.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.dsl.CaGradRescale;
import dev.espalier.dsl.MgdaNormalization;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a method's direction is the one that its problem asks for; on explicit gradients. */
class OptimalityTest {

  /**
   * The conditions of a minimum over the simplex: no task gains less than those that have weight.
   */
  @Test
  void mgdaIsTheShortestMixture() {
    for (Rows rows : Problems.all()) {
      double[] weights = rows.weights(Balancing.mgda());
      double[] direction = rows.mix(weights);
      double square = Vectors.dot(direction, direction);
      assertThat(Vectors.sum(weights)).isCloseTo(1, within(1e-12));
      for (int i = 0; i < rows.size(); i++) {
        double rounding = 1e-12 * rows.longest() * rows.longest();
        assertThat(weights[i]).isGreaterThanOrEqualTo(0);
        assertThat(rows.dot(i, direction) - square)
            .as("%s", rows.gram())
            .isGreaterThanOrEqualTo(-rounding);
        assertThat(weights[i] * (rows.dot(i, direction) - square)).isLessThanOrEqualTo(rounding);
      }
    }
  }

  /** The same to the precision of each gradient's own length. */
  @Test
  void mgdaIsAsExactForShortGradients() {
    for (Rows rows : Problems.independent(8)) {
      double[] direction = rows.direction(Balancing.mgda());
      double length = Rows.length(direction);
      for (int i = 0; i < rows.size(); i++) {
        assertThat(rows.dot(i, direction) / rows.norm(i) / length)
            .isGreaterThanOrEqualTo(length / rows.norm(i) - 1e-9);
      }
    }
  }

  /** Against mixtures drawn at random, which none may undercut. */
  @Test
  void noMixtureIsShorterThanMgda() {
    Random random = new Random(2);
    for (Rows rows : Problems.independent(1)) {
      double length = Rows.length(rows.direction(Balancing.mgda()));
      for (int draw = 0; draw < 200; draw++) {
        double[] other = simplex(rows.size(), random);
        assertThat(Rows.length(rows.mix(other))).isGreaterThanOrEqualTo(length * (1 - 1e-12));
      }
    }
  }

  /**
   * {@code v = u + x}, {@code x >= 0}, {@code Nv >= 0} and {@code x'Nv = 0}, for UPGrad task by
   * task.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-4, 0.1})
  void projectionsOnTheDualConeAreTheNearest(double regularization) {
    for (Rows rows : Problems.all()) {
      double trace = rows.gram().trace();
      DualCone cone = new DualCone(rows.gram(), regularization);
      for (int i = -1; i < rows.size() && trace > 0; i++) {
        double[] start = i < 0 ? Vectors.filled(rows.size(), 0.5) : new double[rows.size()];
        if (i >= 0) {
          start[i] = 1;
        }
        double[] projected = cone.project(start);
        double[] slopes = Vectors.scaled(rows.gram().project(projected), 1 / trace);
        double size = Math.max(Vectors.sumOfSizes(projected), 1);
        for (int j = 0; j < start.length; j++) {
          double slope = slopes[j] + regularization * projected[j];
          double moved = projected[j] - start[j];
          double rounding = 1e-11 * size;
          assertThat(moved).isGreaterThanOrEqualTo(0);
          assertThat(slope).as("%s", rows.gram()).isGreaterThanOrEqualTo(-rounding);
          assertThat(moved * slope).isLessThanOrEqualTo(rounding * size);
        }
      }
    }
  }

  /** Against projected gradient descent, which shares nothing with active sets. */
  @Test
  void dualConeAgreesWithProjectedDescent() {
    for (Rows rows : Problems.independent(0)) {
      if (rows.size() > 5) {
        continue;
      }
      Gram gram = rows.gram().times(1 / rows.gram().trace());
      double[] start = Vectors.filled(rows.size(), 1.0 / rows.size());
      double[] v = start.clone();
      for (int step = 0; step < 20_000; step++) {
        double[] slope = gram.project(v);
        for (int i = 0; i < v.length; i++) {
          v[i] = Math.max(v[i] - slope[i], start[i]);
        }
      }
      assertThat(new DualCone(rows.gram(), 0).project(start)).containsExactly(v, within(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.4, 0.9, 1.5})
  void caGradIsInItsBallAndBetterThanAnyOther(double c) {
    GradientBalancing method = Balancing.caGrad(c, CaGradRescale.UNSCALED);
    Random random = new Random(4);
    for (int spread : new int[] {0, 2}) {
      for (Rows rows : Problems.independent(spread)) {
        double[] mean = rows.mix(Vectors.filled(rows.size(), 1.0 / rows.size()));
        double radius = c * Rows.length(mean);
        double[] direction = rows.direction(method);
        assertThat(Rows.distance(direction, mean)).isCloseTo(radius, within(1e-9 * radius));
        double least = least(rows, direction);
        for (int draw = 0; draw < 100; draw++) {
          double[] other = direction.clone();
          Rows.add(
              other, Math.pow(10, -4 * random.nextDouble()) * radius, unit(other.length, random));
          double[] shift = other.clone();
          Rows.add(shift, -1, mean);
          double[] inBall = mean.clone();
          Rows.add(inBall, Math.min(radius / Rows.length(shift), 1), shift);
          double rounding = 1e-10 * rows.longest() * rows.longest();
          assertThat(least(rows, inBall)).isLessThanOrEqualTo(least + rounding);
        }
        if (c > 1) {
          assertThat(least).isGreaterThan(0);
        }
      }
    }
  }

  /** The dual: the value of the weights' problem, over a grid. */
  @Test
  void caGradAgreesWithAGrid() {
    double c = 0.5;
    for (Rows rows : Problems.independent(1)) {
      if (rows.size() > 3) {
        continue;
      }
      double[] mean = rows.mix(Vectors.filled(rows.size(), 1.0 / rows.size()));
      double best = Double.POSITIVE_INFINITY;
      int cells = 400;
      for (int i = 0; i <= cells; i++) {
        for (int j = 0; j <= (rows.size() == 2 ? 0 : cells - i); j++) {
          double[] w =
              rows.size() == 2 ? new double[] {i, cells - i} : new double[] {i, j, cells - i - j};
          double[] mixture = rows.mix(Vectors.scaled(w, 1.0 / cells));
          best =
              Math.min(
                  best, Vectors.dot(mixture, mean) + c * Rows.length(mean) * Rows.length(mixture));
        }
      }
      double[] direction = rows.direction(Balancing.caGrad(c, CaGradRescale.UNSCALED));
      double least = least(rows, direction);
      assertThat(least)
          .isLessThanOrEqualTo(best + 1e-9)
          .isCloseTo(best, within(0.02 * Math.abs(best) + 1e-3));
    }
  }

  @Test
  void caGradStaysInItsBallForOddGradients() {
    for (Rows rows : Problems.all()) {
      double[] mean = rows.mix(Vectors.filled(rows.size(), 1.0 / rows.size()));
      double[] direction = rows.direction(Balancing.caGrad(0.5, CaGradRescale.UNSCALED));
      assertThat(Rows.distance(direction, mean))
          .isLessThanOrEqualTo(0.5 * Rows.length(mean) + 1e-7 * rows.longest());
    }
  }

  @Test
  void imtlProjectsEqually() {
    for (int spread : new int[] {0, 6}) {
      for (Rows rows : Problems.independent(spread)) {
        double[] weights = rows.weights(Balancing.imtlG());
        double[] direction = rows.mix(weights);
        assertThat(Math.abs(Vectors.sum(weights))).isCloseTo(1, within(1e-9));
        double first = rows.dot(0, direction) / rows.norm(0);
        assertThat(first).isPositive();
        for (int i = 1; i < rows.size(); i++) {
          assertThat(rows.dot(i, direction) / rows.norm(i)).isCloseTo(first, within(1e-9 * first));
        }
      }
    }
  }

  @Test
  void nashIsTheBargainingSolution() {
    for (Rows rows : Problems.independent(8)) {
      Gram gram = rows.gram();
      double[] weights =
          Vectors.scaled(rows.weights(Balancing.nashMtl(0)), 1 / Math.sqrt(gram.frobenius()));
      double[] projections = gram.project(weights);
      for (int i = 0; i < weights.length; i++) {
        assertThat(weights[i]).isPositive();
        assertThat(weights[i] * projections[i]).isCloseTo(1, within(1e-8));
      }
    }
  }

  @Test
  void nashIsClipped() {
    for (Rows rows : Problems.independent(2)) {
      double[] free = rows.direction(Balancing.nashMtl(0));
      double[] clipped = rows.direction(Balancing.nashMtl(0.1));
      double factor = Math.min(0.1 / Rows.length(free), 1);
      assertThat(clipped).containsExactly(Vectors.scaled(free, factor), within(1e-12));
    }
  }

  /** Solved, or the last weights, which are 1: nothing between. */
  @Test
  void nashIsSolvedOrGivenUp() {
    int solved = 0;
    for (Rows rows : Problems.all()) {
      Gram gram = rows.gram();
      double[] weights = rows.weights(Balancing.nashMtl(0));
      double[] directed = Arrays.stream(weights).filter(w -> w != 0).toArray();
      if (rows.size() > 1 && Arrays.stream(directed).anyMatch(w -> w != 1)) {
        solved++;
        double[] projections = gram.project(weights);
        for (int i = 0; i < weights.length; i++) {
          double product = weights[i] * projections[i] / gram.frobenius();
          assertThat(product).as("%s", gram).isCloseTo(weights[i] == 0 ? 0 : 1, within(1e-6));
        }
      }
    }
    assertThat(solved).isGreaterThan(300);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 1, 2, 10})
  void fairGradIsItsFixedPoint(double alpha) {
    for (int spread : new int[] {0, 4}) {
      for (Rows rows : Problems.independent(spread)) {
        double[] weights = rows.weights(Balancing.fairGrad(alpha));
        double[] projections = rows.gram().project(weights);
        for (int i = 0; i < weights.length; i++) {
          double expected = Math.pow(weights[i], -1 / alpha);
          assertThat(projections[i]).isCloseTo(expected, within(1e-7 * expected));
        }
      }
    }
  }

  /** {@code G_aligned = B G} has orthogonal rows of one length, that of the weakest component. */
  @Test
  void alignedGradientsHaveConditionNumberOne() {
    for (Rows rows : Problems.independent(1)) {
      int n = rows.size();
      Spectrum spectrum = Spectrum.of(rows.gram().toArray());
      double least = Arrays.stream(spectrum.values()).min().getAsDouble();
      double[][] aligned = new double[n][];
      for (int i = 0; i < n; i++) {
        double[] one = new double[n];
        one[i] = 1;
        aligned[i] = rows.mix(spectrum.apply(value -> Math.sqrt(least / value), one));
      }
      double[] sum = new double[rows.width()];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          assertThat(Vectors.dot(aligned[i], aligned[j]))
              .isCloseTo(i == j ? least : 0, within(1e-10 * rows.longest() * rows.longest()));
        }
        Rows.add(sum, 1, aligned[i]);
      }
      assertThat(Rows.distance(rows.direction(Balancing.alignedMtl()), sum))
          .isLessThan(1e-9 * Rows.length(sum));
    }
  }

  @Test
  void alignedLeavesDependentDirectionsOut() {
    Rows rows = new Rows(new double[] {2, 0}, new double[] {2, 0}, new double[] {0, 1});
    // Components of 8 and 1; each task's aligned gradient is as long as the weakest allows.
    double half = Math.sqrt(0.5);
    assertThat(rows.direction(Balancing.alignedMtl()))
        .containsExactly(new double[] {2 * half, 1}, within(1e-12));
  }

  @Test
  void conFigHasEqualCosinesAndTheLengthOfTheProjections() {
    for (int spread : new int[] {0, 6}) {
      for (Rows rows : Problems.independent(spread)) {
        double[] direction = rows.direction(Balancing.conFig());
        double length = Rows.length(direction);
        double first = rows.dot(0, direction) / rows.norm(0) / length;
        double projections = 0;
        for (int i = 0; i < rows.size(); i++) {
          double cosine = rows.dot(i, direction) / rows.norm(i) / length;
          assertThat(cosine).isPositive().isCloseTo(first, within(1e-9));
          projections += rows.dot(i, direction) / length;
        }
        assertThat(length).isCloseTo(projections, within(1e-9 * projections));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Methods.class,
      names = {
        "MGDA",
        "UP_GRAD_EXACT",
        "DUAL_PROJ_EXACT",
        "IMTL_G",
        "NASH",
        "FAIR_GRAD",
        "FAIR_GRAD_MORE",
        "CON_FIG",
        "CA_GRAD_LARGE"
      })
  void conflictsWithNoTask(Methods m) {
    for (Rows rows : Problems.independent(2)) {
      double[] direction = rows.direction(m.method);
      double length = Rows.length(direction);
      assertThat(length).isPositive();
      for (int i = 0; i < rows.size(); i++) {
        assertThat(rows.dot(i, direction) / rows.norm(i) / length).isGreaterThanOrEqualTo(-1e-9);
      }
    }
  }

  @Test
  void mgdaDividesByWhatItIsTold() {
    Rows rows = Rows.random(new Random(8), 3, 5);
    double[] losses = {0.5, 3, 20};
    for (MgdaNormalization normalization : MgdaNormalization.values()) {
      double[][] divided = new double[3][];
      for (int i = 0; i < 3; i++) {
        double divisor =
            switch (normalization) {
              case AS_GIVEN -> 1;
              case LENGTH -> rows.norm(i);
              case LOSS -> losses[i];
              case LOSS_TIMES_LENGTH -> losses[i] * rows.norm(i);
            };
        divided[i] = Vectors.scaled(rows.rows()[i], 1 / divisor);
      }
      double[] actual =
          Balancing.mgda(normalization)
              .start(new GradientBalancing.Start(3, 1))
              .weights(new TaskGradients(1, 1, new int[] {0, 1, 2}, losses, rows.gram()));
      assertThat(actual)
          .containsExactly(new Rows(divided).weights(Balancing.mgda()), within(1e-10));
    }
  }

  private static double least(Rows rows, double[] direction) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rows.size(); i++) {
      least = Math.min(least, rows.dot(i, direction));
    }
    return least;
  }

  private static double[] simplex(int size, Random random) {
    double[] weights = new double[size];
    Arrays.setAll(weights, i -> -Math.log(1 - random.nextDouble()));
    return Vectors.scaled(weights, 1 / Vectors.sum(weights));
  }

  private static double[] unit(int size, Random random) {
    double[] vector = new double[size];
    Arrays.setAll(vector, i -> random.nextGaussian());
    return Vectors.scaled(vector, 1 / Rows.length(vector));
  }
}
