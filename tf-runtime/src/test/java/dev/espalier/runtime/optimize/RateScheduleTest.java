package dev.espalier.runtime.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.optimize.RateSchedule.Course;
import dev.espalier.runtime.optimize.RateSchedule.Watched;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateScheduleTest {

  /** The factors of all steps of a run. */
  private static double[] factors(RateSchedule schedule, int steps, int stepsPerEpoch) {
    Course course = schedule.start(new RunLength(steps, stepsPerEpoch));
    double[] factors = new double[steps];
    for (int i = 0; i < steps; i++) {
      factors[i] = course.factor(i + 1);
    }
    return factors;
  }

  private static void assertFactors(RateSchedule schedule, int stepsPerEpoch, double... expected) {
    assertThat(factors(schedule, expected.length, stepsPerEpoch))
        .containsExactly(expected, within(1e-12));
  }

  @Test
  void aConstantRateStays() {
    assertFactors(RateSchedule.constant(), 1, 1, 1, 1);
  }

  @Test
  void aStaircaseFallsAfterEachStretch() {
    assertFactors(RateSchedule.staircase(0.1, Span.steps(3)), 2, 1, 1, 1, .1, .1, .1, .01, .01);
    assertFactors(RateSchedule.staircase(0.5, Span.epochs(2)), 2, 1, 1, 1, 1, .5, .5, .5, .5, .25);
    assertFactors(RateSchedule.staircase(0.5, Span.part(0.5)), 1, 1, 1, 1, .5, .5, .5);
  }

  @Test
  void exponentialDecayFallsInEveryStep() {
    double third = Math.cbrt(0.1);
    assertFactors(
        RateSchedule.exponential(0.1, Span.steps(3)), 1, 1, third, third * third, .1, .1 * third);
  }

  @Test
  void polynomialDecayReachesItsLeast() {
    assertFactors(RateSchedule.linear(), 2, 1, .75, .5, .25);
    assertFactors(RateSchedule.polynomial(2, 0.2), 2, 1, .65, .4, .25);
    assertFactors(RateSchedule.polynomial(2, 0.2, Span.steps(4)), 2, 1, .65, .4, .25, .2, .2, .2);
  }

  /** Cosines of thirds and halves of half a turn are known without computing one. */
  @ParameterizedTest
  @CsvSource({"0, 1, .75, .5, .25", "0.2, 1, .8, .6, .4"})
  void aCosineFallsAlongHalfAWave(double least, double at1, double at3, double at4, double at5) {
    Course course = RateSchedule.cosine(least).start(new RunLength(6, 1));
    assertThat(course.factor(1)).isCloseTo(at1, within(1e-12));
    assertThat(course.factor(3)).isCloseTo(at3, within(1e-12));
    assertThat(course.factor(4)).isCloseTo(at4, within(1e-12));
    assertThat(course.factor(5)).isCloseTo(at5, within(1e-12));
    double beside = (1 + Math.cos(Math.PI * 5 / 6)) / 2;
    assertThat(course.factor(6)).isCloseTo(least + (1 - least) * beside, within(1e-12));
  }

  @Test
  void aCosineEndsAtNothingUnlessSaid() {
    assertThat(RateSchedule.cosine()).isEqualTo(RateSchedule.cosine(0));
  }

  @Test
  void restartsBeginNewWaves() {
    // Waves of 2, 4 and 8 steps.
    double quarter = (1 + Math.sqrt(0.5)) / 2;
    assertFactors(
        RateSchedule.cosineRestarts(Span.steps(2)), 1, 1, .5, 1, quarter, .5, 1 - quarter, 1);
    assertFactors(
        RateSchedule.cosineRestarts(Span.steps(2), 1, 0.5, 0.2), 1, 1, .6, .6, .4, .4, .3, .3);
    assertFactors(RateSchedule.cosineRestarts(Span.epochs(1), 1, 1, 0), 2, 1, .5, 1, .5, 1);
    // Far along a long run no wave is walked through that has been.
    Course far =
        RateSchedule.cosineRestarts(Span.steps(2), 1, 1, 0).start(new RunLength(1L << 50, 1));
    assertThat(far.factor((1L << 49) + 2)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void oneCycleRisesAndFallsFar() {
    double first = 1 / 25.0;
    double last = 1 / 25e4;
    double[] factors = factors(RateSchedule.oneCycle(), 10, 1);
    // Three of ten steps rise, the third of which is the peak.
    assertThat(factors[0]).isCloseTo(first, within(1e-12));
    assertThat(factors[1]).isCloseTo((first + 1) / 2, within(1e-12));
    assertThat(factors[2]).isEqualTo(1);
    assertThat(factors[9]).isCloseTo(last, within(1e-12));
    assertFactors(RateSchedule.oneCycle(0.4, 0.5, 0), 1, .5, 1, .75, .25, 0);
    assertFactors(RateSchedule.oneCycle(0, 0.5, 0.1), 1, 1, .55, .1);
    assertFactors(RateSchedule.oneCycle(), 1, 1);
  }

  @Test
  void warmUpRisesToWhereTheScheduleBegins() {
    RateSchedule falling = RateSchedule.linear().warmUp(Span.steps(3));
    assertFactors(falling, 1, .25, .5, .75, 1, .75, .5, .25);
    RateSchedule cycle = RateSchedule.oneCycle(0.5, 0.5, 0).warmUp(Span.part(0.2));
    assertFactors(cycle, 1, .25, .5, 1, .5, 0);
    assertFactors(RateSchedule.constant().warmUp(Span.epochs(0.5)), 4, 1 / 3., 2 / 3., 1, 1);
    // A warm-up that is longer than the run never ends.
    assertFactors(RateSchedule.linear().warmUp(Span.steps(100)), 1, 1 / 3., 2 / 3.);
  }

  @Test
  void aPlateauLowersTheRate() {
    ReduceOnPlateau schedule = RateSchedule.onPlateau(0.5, 2);
    assertThat(schedule.watched()).contains(new Watched(Optional.empty(), Optional.empty()));
    Course course = schedule.start(new RunLength(100, 10));
    // What is judged, and the factor after it.
    double[][] story = {
      {3, 1},
      {2, 1},
      {2, 1},
      {2.5, .5},
      {1.9, .5},
      {1.95, .5},
      {1.95, .25},
      {1.95, .25},
      {Double.NaN, .125},
      {1.9, .125},
      {Double.POSITIVE_INFINITY, .0625}
    };
    assertThat(course.factor(1)).isEqualTo(1);
    for (double[] each : story) {
      course.judged(each[0]);
      assertThat(course.factor(2)).as("after %s", each[0]).isEqualTo(each[1]);
    }
  }

  @Test
  void aPlateauMayCoolDownAndHasALeastFactor() {
    Course course =
        RateSchedule.onPlateau(0.1, 1)
            .coolingDown(2)
            .notBelow(0.05)
            .gainingAtLeast(0.5)
            .start(new RunLength(100, 10));
    double[][] story = {
      {3, 1}, {2.6, .1}, {3, .1}, {3, .1}, {3, .05}, {3, .05}, {1, .05}, {1, .05}
    };
    for (double[] each : story) {
      course.judged(each[0]);
      assertThat(course.factor(2)).as("after %s", each[0]).isEqualTo(each[1]);
    }
  }

  private enum Tasks {
    one
  }

  @Test
  void aPlateauWatchesWhatIsSaid() {
    RateSchedule loss = RateSchedule.onPlateau(0.1, 1).on(Tasks.one);
    RateSchedule metric = RateSchedule.onPlateau(0.1, 1).on(Tasks.one, "auc");
    assertThat(loss.watched()).contains(new Watched(Optional.of("one"), Optional.empty()));
    assertThat(metric.warmUp(Span.steps(1)).watched())
        .contains(new Watched(Optional.of("one"), Optional.of("auc")));
    assertThat(RateSchedule.cosine().warmUp(Span.steps(1)).watched()).isEmpty();
  }

  /** At every point of a story a second course goes on from the state of the first. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void aCourseGoesOnFromItsState(int until) {
    RateSchedule schedule = RateSchedule.onPlateau(0.5, 2).coolingDown(1).warmUp(Span.steps(2));
    double[] story = {3, 4, 5, 5, 2, 3, 4, 4, 4, 4};
    RunLength run = new RunLength(story.length, 1);
    Course whole = schedule.start(run);
    Course second = schedule.start(run);
    for (int i = 0; i < story.length; i++) {
      if (i == until) {
        for (double each : whole.state()) {
          assertThat(each).isFinite();
        }
        second.restore(whole.state());
      }
      assertThat(i < until ? whole.factor(i + 1) : second.factor(i + 1))
          .isEqualTo(whole.factor(i + 1));
      whole.judged(story[i]);
      if (i >= until) {
        second.judged(story[i]);
      }
    }
    assertThat(second.state()).containsExactly(whole.state());
    assertThat(whole.factor(5)).isLessThan(0.5);
    assertThat(RateSchedule.cosine().start(run).state()).isEmpty();
  }

  @Test
  void spansAreCountedInSteps() {
    RunLength run = new RunLength(90, 30);
    assertThat(Span.steps(7).in(run)).isEqualTo(7);
    assertThat(Span.epochs(2).in(run)).isEqualTo(60);
    assertThat(Span.epochs(0.5).in(run)).isEqualTo(15);
    assertThat(Span.part(0.1).in(run)).isEqualTo(9);
    assertThat(Span.part(1e-9).in(run)).isEqualTo(1);
    assertThat(Span.epochs(1e-9).in(run)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void theLeastFactorIsAPart(double least) {
    String message = "The schedule's least factor must be at least 0 and below 1; found " + least;
    assertRefused(() -> RateSchedule.cosine(least), message);
    assertRefused(() -> RateSchedule.polynomial(1, least), message);
    assertRefused(() -> RateSchedule.cosineRestarts(Span.steps(1), 1, 1, least), message);
    assertRefused(() -> RateSchedule.onPlateau(0.1, 1).notBelow(least), message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void settingsHaveRanges(double wrong) {
    Span one = Span.steps(1);
    String factor = "The schedule's factor must be above 0 and at most 1; found " + wrong;
    assertRefused(() -> RateSchedule.staircase(wrong, one), factor);
    assertRefused(() -> RateSchedule.exponential(wrong, one), factor);
    assertRefused(() -> RateSchedule.polynomial(wrong, 0), "power must be above 0");
    assertRefused(() -> RateSchedule.cosineRestarts(one, wrong, 1, 0), "lengthening");
    assertRefused(() -> RateSchedule.cosineRestarts(one, 1, wrong, 0), "lowering");
    assertRefused(() -> RateSchedule.oneCycle(0.3, wrong, 0), "first factor");
    assertRefused(() -> RateSchedule.onPlateau(wrong, 1), "factor on a plateau");
    assertRefused(() -> Span.epochs(wrong), "number of epochs must be above 0; found " + wrong);
    assertRefused(() -> Span.part(wrong), "part of a run must be above 0, at most 1");
  }

  @Test
  void otherSettingsHaveRangesToo() {
    assertRefused(() -> Span.steps(0), "number of steps must be at least 1; found 0");
    assertRefused(() -> RateSchedule.oneCycle(1, 0.1, 0), "rising part");
    assertRefused(() -> RateSchedule.oneCycle(0.1, 0.1, 2), "last factor");
    assertRefused(() -> RateSchedule.onPlateau(1, 1), "factor on a plateau");
    assertRefused(() -> RateSchedule.onPlateau(0.1, 0), "patience must be at least 1");
    assertRefused(() -> RateSchedule.onPlateau(0.1, 1).coolingDown(-1), "cooldown");
    assertRefused(() -> RateSchedule.onPlateau(0.1, 1).gainingAtLeast(-1), "least gain");
  }

  private static void assertRefused(Supplier<?> factory, String message) {
    assertThatThrownBy(factory::get)
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining(message);
  }

  @Test
  void spansAreRoundedToSteps() {
    assertThat(Span.epochs(0.5).in(new RunLength(50, 5))).isEqualTo(3);
    assertThat(Span.epochs(0.01).in(new RunLength(50, 5))).isEqualTo(1);
    assertThat(Span.part(0.05).in(new RunLength(30, 5))).isEqualTo(2);
    assertThat(Span.part(0.001).in(new RunLength(30, 5))).isEqualTo(1);
  }
}
