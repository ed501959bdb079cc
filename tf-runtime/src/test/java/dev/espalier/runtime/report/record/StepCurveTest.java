package dev.espalier.runtime.report.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StepCurveTest {

  @Test
  void whatFitsIsKeptAsItIs() {
    StepCurve curve = new StepCurve(2, 10);
    curve.add(0.5, 3, Double.NaN);
    curve.add(1.0, 4, 7);
    StepCurve.Points points = curve.points();
    assertThat(points.stepsOfEach()).isEqualTo(1);
    assertThat(points.at()).containsExactly(0.5, 1);
    assertThat(points.values()[0]).containsExactly(3, Double.NaN);
    assertThat(points.values()[1]).containsExactly(4, 7);
  }

  /** What is undone is not there a second time when it is done again. */
  @Test
  void stepsAfterAPlaceAreForgotten() {
    StepCurve curve = new StepCurve(1, 4);
    for (int step = 1; step <= 7; step++) {
      curve.add(step, step);
    }
    // Of two steps each: up to 2, 4, 6, and one that waits for the eighth.
    curve.forgetAfter(5);
    assertThat(curve.points().at()).containsExactly(1.5, 3.5);
    curve.add(6, 60);
    curve.add(7, 70);
    assertThat(curve.points().at()).containsExactly(1.5, 3.5, 6.5);
    assertThat(curve.points().values()[2]).containsExactly(65);
  }

  /** Each point against a plain mean over its steps. */
  @Test
  void moreStepsAreMeansOverEvenlyManyAndNeverMoreThanSoManyPoints() {
    SplittableRandom random = new SplittableRandom(1);
    StepCurve curve = new StepCurve(1, 10);
    double[] losses = new double[1003];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = i % 7 == 3 ? Double.POSITIVE_INFINITY : random.nextDouble();
      curve.add(i, losses[i]);
      assertThat(curve.points().at()).hasSizeLessThan(10);
    }
    StepCurve.Points points = curve.points();
    assertThat(points.stepsOfEach()).isEqualTo(128);
    assertThat(points.at()).hasSize(1003 / 128);
    for (int point = 0; point < points.at().length; point++) {
      double sum = 0;
      int finite = 0;
      for (int i = 128 * point; i < 128 * (point + 1); i++) {
        if (Double.isFinite(losses[i])) {
          sum += losses[i];
          finite++;
        }
      }
      assertThat(points.values()[point][0]).isCloseTo(sum / finite, within(1e-12));
      assertThat(points.at()[point]).isEqualTo(128 * point + 63.5);
    }
  }
}
