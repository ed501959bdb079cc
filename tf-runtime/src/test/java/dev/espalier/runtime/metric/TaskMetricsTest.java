package dev.espalier.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the metrics of every kind of task, and their values against naive ones. */
class TaskMetricsTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  static Stream<Kind> kinds() {
    return TaskData.KINDS.stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void batchesChangeNoBit(Kind kind) {
    TaskData data = TaskData.random(kind, 101, 1);
    Map<String, Double> whole = data.metrics();
    assertThat(whole).doesNotContainValue(Double.NaN);
    for (int batch : new int[] {1, 7, 50, 100}) {
      assertThat(data.metrics(batch)).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void orderDoesNotMatter(Kind kind) {
    TaskData data = TaskData.random(kind, 120, 2);
    List<Integer> order = new ArrayList<>(IntStream.range(0, 120).boxed().toList());
    Collections.shuffle(order, new Random(3));
    TaskData shuffled = data.pick(order.stream().mapToInt(i -> i).toArray());
    assertThat(shuffled.labels()).isNotEqualTo(data.labels());
    assertClose(shuffled.metrics(), data.metrics());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aWeightIsARepetition(Kind kind) {
    TaskData data = TaskData.random(kind, 60, 4);
    float[] rowWeights = new float[60 * data.weightWidth()];
    List<Integer> repeated = new ArrayList<>();
    for (int row = 0; row < 60; row++) {
      int times = row % 4;
      Arrays.fill(
          rowWeights, row * data.weightWidth(), (row + 1) * data.weightWidth(), (float) times);
      repeated.addAll(Collections.nCopies(times, row));
    }
    float[] ones = new float[60 * data.weightWidth()];
    Arrays.fill(ones, 1);
    TaskData repetition = data.withWeights(ones).pick(repeated.stream().mapToInt(i -> i).toArray());
    assertClose(data.withWeights(rowWeights).metrics(), repetition.metrics());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aCommonFactorOfWeightsChangesNothing(Kind kind) {
    TaskData data = TaskData.random(kind, 50, 5);
    float[] weights = data.weights().clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= 0.25f;
    }
    assertClose(data.withWeights(weights).metrics(), data.metrics());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatHasNoWeightMayBeAnything(Kind kind) {
    TaskData data = TaskData.random(kind, 40, 6);
    Map<String, Double> before = data.metrics();
    int labelsEach = data.labelWidth() / data.weightWidth();
    int outputsEach = data.outputWidth() / data.weightWidth();
    for (int i = 0; i < data.weights().length; i++) {
      if (data.weights()[i] == 0) {
        Arrays.fill(data.labels(), i * labelsEach, (i + 1) * labelsEach, 99f);
        Arrays.fill(data.outputs(), i * outputsEach, (i + 1) * outputsEach, Float.NaN);
      }
    }
    assertThat(data.metrics()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aNanLabelIsNotThere(Kind kind) {
    TaskData data = TaskData.random(kind, 40, 7);
    float[] weights = data.weights().clone();
    int labelsEach = data.labelWidth() / data.weightWidth();
    for (int i = 0; i < weights.length; i += 3) {
      weights[i] = 0;
    }
    Map<String, Double> without = data.withWeights(weights).metrics();
    for (int i = 0; i < weights.length; i += 3) {
      Arrays.fill(data.labels(), i * labelsEach, (i + 1) * labelsEach, Float.NaN);
    }
    assertThat(data.metrics()).isEqualTo(without);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void withoutRowsNothingIsDefined(Kind kind) {
    TaskMetrics metrics = TaskMetrics.of(kind);
    metrics.add(new float[0], new float[0], new float[0], 0);
    assertThat(metrics.labels()).isZero();
    assertThat(metrics.values())
        .isNotEmpty()
        .allSatisfy((name, value) -> assertThat(value).isNaN());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aNanOutputLeavesNothingDefined(Kind kind) {
    TaskData data = TaskData.random(kind, 10, 8);
    Arrays.fill(data.weights(), 1);
    data.outputs()[data.outputs().length / 2] = Float.NaN;
    assertThat(data.metrics(3)).allSatisfy((name, value) -> assertThat(value).isNaN());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void longerArraysAreReadAsFarAsTheRowsGo(Kind kind) {
    TaskData data = TaskData.random(kind, 30, 9);
    TaskMetrics metrics = TaskMetrics.of(kind);
    metrics.add(data.outputs(), data.labels(), data.weights(), 20);
    int[] first = IntStream.range(0, 20).toArray();
    assertThat(metrics.values()).isEqualTo(data.pick(first).metrics());
  }

  @Test
  void binaryAgreesWithNaive() {
    TaskData data = TaskData.random(new Kind.Binary(), 150, 10);
    float[] weights = data.weights();
    Map<String, Double> values = data.metrics(32);
    assertThat(values).containsOnlyKeys("accuracy", "precision", "recall", "f1", "auc");
    boolean[] yes = new boolean[150];
    boolean[] said = new boolean[150];
    for (int i = 0; i < 150; i++) {
      yes[i] = data.labels()[i] == 1;
      said[i] = data.outputs()[i] > .5;
    }
    assertThat(values.get("accuracy"))
        .isCloseTo(NaiveMetrics.share(i -> yes[i] == said[i], i -> true, weights), ROUNDING);
    assertThat(values.get("precision"))
        .isCloseTo(NaiveMetrics.share(i -> yes[i], i -> said[i], weights), ROUNDING);
    assertThat(values.get("recall"))
        .isCloseTo(NaiveMetrics.share(i -> said[i], i -> yes[i], weights), ROUNDING);
    assertThat(values.get("f1"))
        .isCloseTo(NaiveMetrics.f1(i -> said[i], i -> yes[i], weights), ROUNDING);
    assertThat(values.get("auc"))
        .isCloseTo(NaiveMetrics.auc(data.outputs(), data.labels(), weights), ROUNDING);
  }

  @Test
  void multiClassAgreesWithNaive() {
    TaskData data = TaskData.random(TaskData.KINDS.get(1), 150, 11);
    Map<String, Double> values = data.metrics(32);
    assertThat(values.keySet()).containsExactly("accuracy", "f1", "f1[A]", "f1[B]", "f1[C]");
    int[] said =
        IntStream.range(0, 150).map(i -> NaiveMetrics.argmax(data.outputs(), i, 3)).toArray();
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      int which = c;
      double f1 =
          NaiveMetrics.f1(i -> said[i] == which, i -> data.labels()[i] == which, data.weights());
      assertThat(values.get("f1[" + "ABC".charAt(c) + "]")).isCloseTo(f1, ROUNDING);
      sum += f1;
    }
    assertThat(values.get("f1")).isCloseTo(sum / 3, ROUNDING);
    assertThat(values.get("accuracy"))
        .isCloseTo(
            NaiveMetrics.share(i -> said[i] == data.labels()[i], i -> true, data.weights()),
            ROUNDING);
  }

  @Test
  void multiLabelAgreesWithNaive() {
    TaskData data = TaskData.random(TaskData.KINDS.get(2), 150, 12);
    Map<String, Double> values = data.metrics(32);
    assertThat(values.keySet())
        .containsExactly("accuracy", "exactMatch", "f1", "f1[X]", "f1[Y]", "f1[Z]", "auc");
    float[] weights = data.weights();
    double accuracy = 0;
    double f1 = 0;
    double auc = 0;
    boolean[] exact = new boolean[150];
    Arrays.fill(exact, true);
    for (int label = 0; label < 3; label++) {
      float[] scores = NaiveMetrics.column(data.outputs(), label, 3);
      float[] labels = NaiveMetrics.column(data.labels(), label, 3);
      accuracy +=
          NaiveMetrics.share(i -> scores[i] > .5 == (labels[i] == 1), i -> true, weights) / 3;
      double one = NaiveMetrics.f1(i -> scores[i] > .5, i -> labels[i] == 1, weights);
      assertThat(values.get("f1[" + "XYZ".charAt(label) + "]")).isCloseTo(one, ROUNDING);
      f1 += one / 3;
      auc += NaiveMetrics.auc(scores, labels, weights) / 3;
      for (int i = 0; i < 150; i++) {
        exact[i] &= scores[i] > .5 == (labels[i] == 1);
      }
    }
    assertThat(values.get("accuracy")).isCloseTo(accuracy, ROUNDING);
    assertThat(values.get("exactMatch"))
        .isCloseTo(NaiveMetrics.share(i -> exact[i], i -> true, weights), ROUNDING);
    assertThat(values.get("f1")).isCloseTo(f1, ROUNDING);
    assertThat(values.get("auc")).isCloseTo(auc, ROUNDING);
  }

  @Test
  void regressionAgreesWithNaiveElementByElement() {
    TaskData data = TaskData.random(TaskData.KINDS.get(4), 150, 13);
    Map<String, Double> values = data.metrics(32);
    assertThat(values.keySet()).containsExactly("mae", "rmse", "r2");
    double mae = 0;
    double rmse = 0;
    double r2 = 0;
    for (int element = 0; element < 3; element++) {
      float[] outputs = NaiveMetrics.column(data.outputs(), element, 3);
      float[] labels = NaiveMetrics.column(data.labels(), element, 3);
      float[] weights = NaiveMetrics.column(data.weights(), element, 3);
      mae += NaiveMetrics.mae(outputs, labels, weights) / 3;
      rmse += Math.sqrt(NaiveMetrics.mse(outputs, labels, weights)) / 3;
      r2 += NaiveMetrics.r2(outputs, labels, weights) / 3;
    }
    assertThat(values.get("mae")).isCloseTo(mae, ROUNDING);
    assertThat(values.get("rmse")).isCloseTo(rmse, ROUNDING);
    assertThat(values.get("r2")).isCloseTo(r2, ROUNDING);
  }

  @Test
  void labelsAreCountedWithoutTheirWeight() {
    TaskMetrics one = TaskMetrics.of(new Kind.Binary());
    one.add(
        new float[] {0, 0, 0, 0}, new float[] {0, 1, Float.NaN, 1}, new float[] {1, 5, 1, 0}, 4);
    assertThat(one.labels()).isEqualTo(2);
    TaskMetrics values = TaskMetrics.of(new Kind.Regression(2, true));
    values.add(new float[4], new float[] {1, Float.NaN, 3, 4}, new float[] {1, 1, 2, 2}, 2);
    assertThat(values.labels()).isEqualTo(3);
  }

  @Test
  void shortArraysAreAnError() {
    TaskMetrics metrics = TaskMetrics.of(new Kind.MultiClass(List.of("A", "B", "C")));
    assertThatThrownBy(() -> metrics.add(new float[5], new float[2], new float[2], 2))
        .isInstanceOf(DataException.class)
        .hasMessage("Metrics were given 5 outputs; expected at least 6, for 2 rows of 3");
    assertThatThrownBy(() -> metrics.add(new float[6], new float[1], new float[2], 2))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("1 labels; expected at least 2");
  }

  @Test
  void aClassOutsideTheTasksIsAnError() {
    TaskMetrics metrics = TaskMetrics.of(new Kind.MultiClass(List.of("A", "B")));
    for (float label : new float[] {-1, 2, 0.5f}) {
      assertThatThrownBy(
              () -> metrics.add(new float[4], new float[] {1, label}, new float[] {1, 1}, 2))
          .isInstanceOf(DataException.class)
          .hasMessage("Row 1 of a batch has the class " + label + "; expected 0 to 1");
    }
  }

  private static void assertClose(Map<String, Double> actual, Map<String, Double> expected) {
    assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
    expected.forEach(
        (name, value) -> assertThat(actual.get(name)).as(name).isCloseTo(value, ROUNDING));
  }
}
