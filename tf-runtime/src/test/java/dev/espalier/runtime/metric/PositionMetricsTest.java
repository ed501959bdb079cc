package dev.espalier.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.DataException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PositionMetricsTest {
  private static final int POSITIONS = 5;
  private static final List<String> CLASSES = List.of("SKY", "ROAD", "CAR", "DOG");

  @Test
  void byHand() {
    // SKY SKY ROAD CAR | taken for SKY ROAD ROAD ROAD, the last position does not count.
    LabelledRows rows =
        new LabelledRows(
            1,
            new float[] {0, 1, 1, 1, -1},
            new float[] {0, 0, 1, 2, 3},
            new float[] {1, 1, 1, 1, 0});
    Map<String, Double> values = values(rows);
    assertThat(values)
        .containsEntry("pixelAccuracy", 2 / 4.)
        .containsEntry("iou[SKY]", 1 / 2.)
        .containsEntry("iou[ROAD]", 1 / 3.)
        .containsEntry("iou[CAR]", 0.)
        .containsEntry("iou[DOG]", Double.NaN)
        .containsEntry("f1[SKY]", 2 / 3.)
        .containsEntry("f1[ROAD]", 2 / 4.)
        .containsEntry("f1[CAR]", 0.)
        .containsEntry("f1[DOG]", Double.NaN);
    assertThat(values.get("miou")).isCloseTo((1 / 2. + 1 / 3.) / 3, within(1e-15));
    assertThat(values.get("f1")).isCloseTo((2 / 3. + 1 / 2.) / 3, within(1e-15));
  }

  @Test
  void agreesWithCountsOfEverything() {
    LabelledRows rows = random(40, 3);
    Map<String, Double> values = values(rows);
    double right = 0;
    double all = 0;
    double[] both = new double[4];
    double[] label = new double[4];
    double[] output = new double[4];
    for (int i = 0; i < 40 * POSITIONS; i++) {
      double weight = rows.weights()[i];
      all += weight;
      right += rows.labels()[i] == rows.outputs()[i] ? weight : 0;
      for (int c = 0; c < 4; c++) {
        boolean actual = rows.labels()[i] == c;
        boolean predicted = rows.outputs()[i] == c;
        label[c] += actual ? weight : 0;
        output[c] += predicted ? weight : 0;
        both[c] += actual && predicted ? weight : 0;
      }
    }
    assertThat(values.get("pixelAccuracy")).isCloseTo(right / all, within(1e-12));
    double mean = 0;
    for (int c = 0; c < 4; c++) {
      double iou = both[c] / (label[c] + output[c] - both[c]);
      mean += iou / 4;
      assertThat(values.get("iou[" + CLASSES.get(c) + "]")).isCloseTo(iou, within(1e-12));
      assertThat(values.get("f1[" + CLASSES.get(c) + "]"))
          .isCloseTo(2 * both[c] / (label[c] + output[c]), within(1e-12));
    }
    assertThat(values.get("miou")).isCloseTo(mean, within(1e-12));
  }

  @Test
  void batchesChangeNothing() {
    LabelledRows all = random(30, 5);
    List<Metric> metrics = metrics();
    for (int row = 0; row < 30; row++) {
      LabelledRows one = row(all, row);
      metrics.forEach(metric -> metric.add(one));
    }
    assertThat(values(metrics)).isEqualTo(values(all));
  }

  @Test
  void withoutWeightNothingIsDefined() {
    LabelledRows none =
        new LabelledRows(1, new float[POSITIONS], new float[POSITIONS], new float[POSITIONS]);
    assertThat(values(none)).isNotEmpty().allSatisfy((name, value) -> assertThat(value).isNaN());
  }

  @Test
  void aLabelThatIsNoClassIsAnError() {
    float[] ones = {1, 1, 1, 1, 1};
    LabelledRows wrong = new LabelledRows(1, ones, new float[] {0, 0, 0, 0, 4}, ones);
    for (Metric metric : metrics()) {
      assertThatThrownBy(() -> metric.add(wrong)).isInstanceOf(DataException.class);
    }
  }

  private static LabelledRows row(LabelledRows rows, int row) {
    return new LabelledRows(
        1,
        Arrays.copyOfRange(rows.outputs(), row * POSITIONS, (row + 1) * POSITIONS),
        Arrays.copyOfRange(rows.labels(), row * POSITIONS, (row + 1) * POSITIONS),
        Arrays.copyOfRange(rows.weights(), row * POSITIONS, (row + 1) * POSITIONS));
  }

  private static LabelledRows random(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] outputs = new float[rows * POSITIONS];
    float[] labels = new float[rows * POSITIONS];
    float[] weights = new float[rows * POSITIONS];
    for (int i = 0; i < outputs.length; i++) {
      labels[i] = random.nextInt(4);
      outputs[i] = random.nextBoolean() ? labels[i] : random.nextInt(4);
      weights[i] = i % POSITIONS < 2 + i / POSITIONS % 3 ? 1 + i / POSITIONS % 2 : 0;
    }
    return new LabelledRows(rows, outputs, labels, weights);
  }

  private static List<Metric> metrics() {
    return List.of(
        new PositionAccuracy("pixelAccuracy", 4, POSITIONS),
        new MeanIou(CLASSES, POSITIONS),
        new PositionF1(CLASSES, POSITIONS));
  }

  private static Map<String, Double> values(LabelledRows rows) {
    List<Metric> metrics = metrics();
    metrics.forEach(metric -> metric.add(rows));
    return values(metrics);
  }

  private static Map<String, Double> values(List<Metric> metrics) {
    Map<String, Double> values = new LinkedHashMap<>();
    metrics.forEach(metric -> metric.report(values));
    return values;
  }
}
