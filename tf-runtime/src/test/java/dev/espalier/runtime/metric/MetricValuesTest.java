package dev.espalier.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values worked out by hand, and what is undefined. */
class MetricValuesTest {
  private static final Kind BINARY = new Kind.Binary();
  private static final Kind VALUE = new Kind.Regression(1, true);

  @Test
  void aucByHand() {
    // Pairs: .8 beats .3 and .5; .5 ties with .5 and beats .3: 3.5 of 4.
    assertThat(auc(new float[] {.3f, .5f, .5f, .8f}, 0, 0, 1, 1)).isEqualTo(3.5 / 4);
    assertThat(auc(new float[] {.1f, .2f, .9f}, 0, 0, 1)).isEqualTo(1);
    assertThat(auc(new float[] {.1f, .2f, .9f}, 1, 1, 0)).isZero();
    assertThat(auc(new float[] {.4f, .4f, .4f, .4f, .4f}, 1, 0, 0, 1, 0)).isEqualTo(.5);
  }

  @Test
  void aucOrdersAnyFloats() {
    float[] rising = {
      Float.NEGATIVE_INFINITY, -1e30f, -1, -1e-40f, 0, 1e-45f, 2, Math.nextUp(2f), Float.MAX_VALUE
    };
    for (int i = 0; i + 1 < rising.length; i++) {
      assertThat(auc(new float[] {rising[i], rising[i + 1]}, 0, 1)).isEqualTo(1);
      assertThat(auc(new float[] {rising[i], rising[i + 1]}, 1, 0)).isZero();
    }
    assertThat(auc(new float[] {-0f, 0f}, 0, 1)).isEqualTo(.5);
  }

  @Test
  void aucWeighsPairs() {
    // The positive of weight 3 beats the negative; the one of weight 1 does not.
    Map<String, Double> values =
        values(BINARY, new float[] {.9f, .1f, .5f}, new float[] {1, 1, 0}, new float[] {3, 1, 2});
    assertThat(values.get("auc")).isEqualTo(.75);
  }

  @Test
  void aucHoldsManyRows() {
    int n = 100_000;
    float[] outputs = new float[n];
    float[] labels = new float[n];
    for (int i = 0; i < n; i++) {
      outputs[i] = (i / 2) / (float) n;
      labels[i] = i % 2;
    }
    // Each positive ties with its own negative and beats those before it.
    assertThat(auc(outputs, labels)).isCloseTo(.5, within(1e-12));
  }

  @Test
  void binaryByHand() {
    // tp 2, fp 1, fn 1, tn 1
    Map<String, Double> values =
        values(BINARY, new float[] {.9f, .8f, .7f, .1f, .2f}, new float[] {1, 1, 0, 1, 0}, ones(5));
    assertThat(values)
        .containsEntry("accuracy", 3 / 5.)
        .containsEntry("precision", 2 / 3.)
        .containsEntry("recall", 2 / 3.)
        .containsEntry("f1", 4 / 6.);
  }

  @Test
  void oneHalfIsNo() {
    assertThat(values(BINARY, new float[] {.5f}, new float[] {0}, ones(1)))
        .containsEntry("accuracy", 1.);
  }

  @Test
  void withoutPositivesOnlyAccuracyIsDefined() {
    assertThat(values(BINARY, new float[] {.2f, .1f}, new float[] {0, 0}, ones(2)))
        .containsEntry("accuracy", 1.)
        .containsEntry("precision", Double.NaN)
        .containsEntry("recall", Double.NaN)
        .containsEntry("f1", Double.NaN)
        .containsEntry("auc", Double.NaN);
  }

  @Test
  void f1OfMissedPositivesIsZero() {
    assertThat(values(BINARY, new float[] {.2f, .1f}, new float[] {1, 0}, ones(2)))
        .containsEntry("precision", Double.NaN)
        .containsEntry("recall", 0.)
        .containsEntry("f1", 0.);
  }

  @Test
  void macroF1SkipsClassesThatNeitherOccurNorArePredicted() {
    Kind kind = new Kind.MultiClass(List.of("A", "B", "C", "D"));
    float[] outputs = {.9f, .1f, 0, 0, .8f, .2f, 0, 0, .1f, .2f, .7f, 0};
    // A right, B taken for A, B taken for C: f1 of A 2/3, of B 0, of C 0, of D undefined.
    assertThat(values(kind, outputs, new float[] {0, 1, 1}, ones(3)))
        .containsEntry("accuracy", 1 / 3.)
        .containsEntry("f1[A]", 2 / 3.)
        .containsEntry("f1[B]", 0.)
        .containsEntry("f1[C]", 0.)
        .containsEntry("f1[D]", Double.NaN)
        .containsEntry("f1", 2 / 9.);
  }

  @Test
  void ofEqualOutputsTheFirstClassIsPredicted() {
    Kind kind = new Kind.MultiClass(List.of("A", "B"));
    assertThat(values(kind, new float[] {.5f, .5f}, new float[] {0}, ones(1)))
        .containsEntry("accuracy", 1.);
  }

  @Test
  void multiLabelByHand() {
    Kind kind = new Kind.MultiLabel(List.of("X", "Y"));
    float[] outputs = {.9f, .8f, .2f, .3f, .6f, .1f};
    float[] labels = {1, 0, 0, 0, 1, 0};
    assertThat(values(kind, outputs, labels, ones(3)))
        .containsEntry("accuracy", 5 / 6.)
        .containsEntry("exactMatch", 2 / 3.)
        .containsEntry("f1[X]", 1.)
        .containsEntry("f1[Y]", 0.)
        .containsEntry("f1", .5)
        .containsEntry("auc", 1.);
  }

  @Test
  void aRowWithoutAllLabelsIsNoExactMatch() {
    Kind kind = new Kind.MultiLabel(List.of("X", "Y"));
    float[] labels = {Float.NaN, 1, 0, 1};
    assertThat(values(kind, new float[] {.1f, .9f, .9f, .9f}, labels, ones(2)))
        .containsEntry("accuracy", 2 / 3.)
        .containsEntry("exactMatch", 0.);
  }

  @Test
  void regressionByHand() {
    // Errors 1, -1, 2, 0; labels 1, 2, 3, 6 have mean 3 and squares 4 + 1 + 0 + 9.
    Map<String, Double> values =
        values(VALUE, new float[] {2, 1, 5, 6}, new float[] {1, 2, 3, 6}, ones(4));
    assertThat(values).containsEntry("mae", 1.);
    assertThat(values.get("rmse")).isEqualTo(Math.sqrt(1.5));
    assertThat(values.get("r2")).isCloseTo(1 - 6 / 14., within(1e-15));
  }

  @Test
  void r2SurvivesLabelsFarFromZero() {
    float[] labels = {8_000_000, 8_000_001, 8_000_002, 8_000_003};
    float[] outputs = {8_000_000, 8_000_001, 8_000_002, 8_000_002};
    assertThat(values(VALUE, outputs, labels, ones(4)).get("r2")).isCloseTo(.8, within(1e-12));
  }

  @Test
  void r2OfConstantLabelsIsUndefined() {
    float[] constant = new float[7];
    Arrays.fill(constant, 0.1f);
    float[] weights = {1, .3f, .7f, .1f, 3, 2, 1};
    assertThat(values(VALUE, new float[7], constant, weights))
        .containsEntry("r2", Double.NaN)
        .doesNotContainEntry("mae", Double.NaN);
  }

  @Test
  void elementsWithoutValueAreLeftOutOfTheMean() {
    Kind kind = new Kind.Regression(3, true);
    // The first element varies, the second is constant, the third has no label.
    float[] labels = {1, 5, Float.NaN, 3, 5, Float.NaN};
    float[] outputs = {1, 6, 0, 2, 6, 0};
    Map<String, Double> values = values(kind, outputs, labels, ones(6));
    assertThat(values).containsEntry("mae", (.5 + 1) / 2).containsEntry("r2", .5);
    assertThat(values.get("rmse")).isCloseTo((Math.sqrt(.5) + 1) / 2, within(1e-15));
  }

  private static double auc(float[] outputs, float... labels) {
    return values(BINARY, outputs, labels, ones(labels.length)).get("auc");
  }

  private static Map<String, Double> values(
      Kind kind, float[] outputs, float[] labels, float[] weights) {
    TaskMetrics metrics = TaskMetrics.of(kind);
    metrics.add(outputs, labels, weights, labels.length / labelsEach(kind));
    return metrics.values();
  }

  private static int labelsEach(Kind kind) {
    if (kind instanceof Kind.MultiLabel task) {
      return task.labels().size();
    }
    return kind instanceof Kind.Regression task ? task.length() : 1;
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
