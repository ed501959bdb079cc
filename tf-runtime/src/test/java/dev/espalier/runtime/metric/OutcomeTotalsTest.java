package dev.espalier.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.metric.ScoreCurves.CalibrationBin;
import dev.espalier.runtime.metric.ScoreCurves.CurvePoint;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Task;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomeTotalsTest {
  private static final Kind ABC = new Kind.MultiClass(List.of("a", "b", "c"));

  private static OutcomeTotals of(Kind kind) {
    return OutcomeTotals.of(new Task("t", kind, 1));
  }

  @Test
  void yesAndNoAreCountedByWeightAndMissingLabelsAreNot() {
    OutcomeTotals totals = of(new Kind.Binary());
    totals.add(
        new float[] {.9f, .2f, .7f, .1f, .6f},
        new float[] {1, 1, 0, 0, Float.NaN},
        new float[] {1, 2, 1, 0, 1},
        5);
    TaskOutcomes outcomes = totals.outcomes();
    ConfusionMatrix matrix = outcomes.confusion().orElseThrow();
    assertThat(matrix.classes()).containsExactly("no", "yes");
    assertThat(matrix.weights()).containsExactly(List.of(0., 1.), List.of(2., 1.));
    assertThat(matrix.weight("yes", "no")).isEqualTo(2);
    assertThat(matrix.recall(1)).isEqualTo(1 / 3.0);
    ScoreCurves curves = outcomes.scores().get(0);
    assertThat(curves.label()).isEqualTo("t");
    assertThat(curves.positives()).isEqualTo(3);
    assertThat(curves.negatives()).isEqualTo(1);
    assertThat(curves.roc())
        .extracting(CurvePoint::x, CurvePoint::y)
        .containsExactly(tuple(0., 0.), tuple(0., 1 / 3.), tuple(1., 1 / 3.), tuple(1., 1.));
    assertThat(curves.precisionRecall())
        .extracting(CurvePoint::x, CurvePoint::y)
        .containsExactly(tuple(1 / 3., 1.), tuple(1 / 3., 1 / 2.), tuple(1., 3 / 4.));
  }

  @Test
  void aThresholdSaysWhichProbabilitiesCountAsYes() {
    OutcomeTotals totals = of(new Kind.Binary());
    float[] probabilities = {1e-6f, 1e-3f, .25f, .5f, .75f, 1, 0};
    totals.add(
        probabilities, new float[] {1, 1, 1, 1, 1, 0, 0}, new float[] {1, 1, 1, 1, 1, 1, 1}, 7);
    for (CurvePoint point : totals.outcomes().scores().get(0).precisionRecall()) {
      int yes = 0;
      for (int i = 0; i < 5; i++) {
        yes += probabilities[i] >= point.threshold() ? 1 : 0;
      }
      assertThat(point.x()).isEqualTo(yes / 5.0);
    }
  }

  /** Against the exact ranking of the metric and plain sums. */
  @Test
  void curvesOfManyRowsAreThoseOfTheRows() {
    SplittableRandom random = new SplittableRandom(7);
    int rows = 20_000;
    float[] outputs = new float[rows];
    float[] labels = new float[rows];
    float[] weights = new float[rows];
    for (int i = 0; i < rows; i++) {
      // Rare ones, so that all happens near 0.
      outputs[i] = (float) Math.exp(-8 * random.nextDouble());
      labels[i] = random.nextDouble() < outputs[i] * .8 ? 1 : 0;
      weights[i] = random.nextInt(4);
    }
    OutcomeTotals totals = of(new Kind.Binary());
    TaskMetrics exact = TaskMetrics.of(new Kind.Binary());
    totals.add(outputs, labels, weights, rows);
    exact.add(outputs, labels, weights, rows);
    ScoreCurves curves = totals.outcomes().scores().get(0);
    assertThat(curves.area()).isCloseTo(exact.values().get("auc"), within(1e-4));
    double predicted = 0;
    double observed = 0;
    double all = 0;
    for (int i = 0; i < rows; i++) {
      if (outputs[i] >= .3f && outputs[i] < .4f) {
        predicted += weights[i] * outputs[i];
        observed += weights[i] * labels[i];
        all += weights[i];
      }
    }
    CalibrationBin bin = curves.calibration().get(3);
    assertThat(bin.weight()).isEqualTo(all);
    assertThat(bin.predicted()).isCloseTo(predicted / all, within(1e-6));
    assertThat(bin.observed()).isCloseTo(observed / all, within(1e-12));
    assertThat(curves.calibrationError()).isBetween(.02, .2);
  }

  @Test
  void eachClassStandsAgainstAllOthers() {
    OutcomeTotals totals = of(ABC);
    totals.add(
        new float[] {.7f, .2f, .1f, .1f, .3f, .6f, .2f, .5f, .3f},
        new float[] {0, 1, 1},
        new float[] {1, 1, 1},
        3);
    TaskOutcomes outcomes = totals.outcomes();
    ConfusionMatrix matrix = outcomes.confusion().orElseThrow();
    assertThat(matrix.weight("b", "c")).isEqualTo(1);
    assertThat(matrix.weight("b", "b")).isEqualTo(1);
    assertThat(matrix.recall(2)).isNaN();
    assertThat(outcomes.scores()).extracting(ScoreCurves::label).containsExactly("a", "b", "c");
    assertThat(outcomes.scores().get(1).area()).isEqualTo(1);
    assertThat(outcomes.scores().get(2).roc()).isEmpty();
    assertThat(outcomes.scores().get(2).precisionRecall()).isEmpty();
    assertThat(matrix.toString())
        .isEqualTo(
            """
            actual \\ predicted  a  b  c
            a                   1  0  0
            b                   0  1  1
            c                   0  0  0
            """);
  }

  @Test
  void labelsOfOneRowAreCountedEach() {
    OutcomeTotals totals = of(new Kind.MultiLabel(List.of("x", "y")));
    totals.add(
        new float[] {.9f, .2f, .4f, .8f}, new float[] {1, Float.NaN, 0, 1}, new float[] {1, 3}, 2);
    TaskOutcomes outcomes = totals.outcomes();
    assertThat(outcomes.confusion()).isEmpty();
    assertThat(outcomes.scores().get(0).area()).isEqualTo(1);
    assertThat(outcomes.scores().get(1).positives()).isEqualTo(3);
    assertThat(outcomes.scores().get(1).negatives()).isZero();
  }

  @Test
  void positionsAreCountedByTheClassThatIsSaid() {
    OutcomeTotals totals = of(new Kind.TokenClasses(List.of("n", "v"), 3, "words"));
    totals.add(
        new float[] {0, 1, -1, 1, 1, 0},
        new float[] {0, 0, Float.NaN, 1, 0, 0},
        new float[] {1, 1, 0, 1, 1, 1},
        2);
    assertThat(totals.outcomes().confusion().orElseThrow().weights())
        .containsExactly(List.of(2., 2.), List.of(0., 1.));
  }

  /** Bins against plain sums over the rows that fall into them. */
  @Test
  void valuesStandBesideTheirPredictionsWhateverTheirRange() {
    SplittableRandom random = new SplittableRandom(3);
    int rows = 5000;
    float[] outputs = new float[rows];
    float[] labels = new float[rows];
    float[] weights = new float[rows];
    for (int i = 0; i < rows; i++) {
      outputs[i] = (float) (1e4 + (i % 2 == 0 ? -1 : 1) * i * random.nextDouble());
      labels[i] = outputs[i] + 10 * (float) (random.nextDouble() - .5);
      weights[i] = random.nextInt(3);
    }
    OutcomeTotals totals = of(new Kind.Regression(1, true));
    totals.add(outputs, labels, weights, rows);
    ValueCurve curve = totals.outcomes().values().get(0);
    assertThat(curve.label()).isEqualTo("t");
    assertThat(curve.bins()).hasSizeBetween(16, 64);
    double allWeights = 0;
    double allLabels = 0;
    for (int i = 0; i < rows; i++) {
      allWeights += weights[i];
      allLabels += weights[i] * labels[i];
    }
    assertThat(curve.bins().stream().mapToDouble(bin -> bin.weight()).sum()).isEqualTo(allWeights);
    assertThat(curve.bins().stream().mapToDouble(bin -> bin.weight() * bin.actual()).sum())
        .isCloseTo(allLabels, within(1e-3));
    for (int i = 1; i < curve.bins().size(); i++) {
      assertThat(curve.bins().get(i).predicted())
          .isGreaterThan(curve.bins().get(i - 1).predicted());
      // Labels lie 5 around what was predicted, and a bin is some hundred wide.
      assertThat(curve.bins().get(i).actual())
          .isCloseTo(curve.bins().get(i).predicted(), within(6.0));
    }
  }

  @Test
  void elementsOfARegressionAreCountedEach() {
    OutcomeTotals totals = of(new Kind.Regression(2, true));
    totals.add(
        new float[] {1, 5, 1, Float.NaN}, new float[] {2, 7, 4, 1}, new float[] {1, 1, 3, 1}, 2);
    List<ValueCurve> values = totals.outcomes().values();
    assertThat(values).extracting(ValueCurve::label).containsExactly("t[0]", "t[1]");
    assertThat(values.get(0).bins())
        .containsExactly(new ValueCurve.ValueBin(1, 3.5, Math.sqrt(.75), 4));
    assertThat(values.get(1).bins()).containsExactly(new ValueCurve.ValueBin(5, 7, 0, 1));
  }

  @Test
  void whatIsNoNumberIsLeftOutOfCurves() {
    OutcomeTotals totals = of(new Kind.Binary());
    totals.add(new float[] {Float.NaN, .5f}, new float[] {1, 1}, new float[] {1, 1}, 2);
    ScoreCurves curves = totals.outcomes().scores().get(0);
    assertThat(curves.positives()).isEqualTo(1);
    assertThat(curves.calibration()).hasSize(1);
  }

  @Test
  void memoryIsBounded() {
    List<String> many = IntStream.range(0, 201).mapToObj(i -> "c" + i).toList();
    TaskOutcomes none = of(new Kind.MultiClass(many)).outcomes();
    assertThat(none.confusion()).isEmpty();
    assertThat(none.scores()).isEmpty();
    TaskOutcomes matrix = of(new Kind.MultiClass(many.subList(0, 21))).outcomes();
    assertThat(matrix.confusion()).isPresent();
    assertThat(matrix.scores()).isEmpty();
    assertThat(of(new Kind.Regression(21, true)).outcomes().values()).isEmpty();
  }
}
