package dev.espalier.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrdinalMetricsTest {
  private static final int CLASSES = 4;

  @Test
  void byHand() {
    // 0 taken for 0, 1 for 3, 3 for 2 with weight 2.
    LabelledRows rows = rows(new int[] {0, 3, 2}, new int[] {0, 1, 3}, 1, 1, 2);
    assertThat(value(new OrdinalError(CLASSES), rows)).isEqualTo((0 + 2 + 2 * 1) / 4.);
    assertThat(value(new ClassAccuracy(CLASSES), rows)).isEqualTo(1 / 4.);
  }

  @Test
  void kappaIsOneWhenAllIsRightAndNothingByChance() {
    int[] classes = {0, 1, 2, 3, 2};
    float[] ones = {1, 1, 1, 1, 1};
    assertThat(value(new QuadraticKappa(CLASSES), rows(classes, classes, ones))).isEqualTo(1);
    int[] labels = {0, 0, 3, 3};
    int[] outputs = {1, 2, 1, 2};
    assertThat(value(new QuadraticKappa(CLASSES), rows(outputs, labels, 1, 1, 1, 1)))
        .isCloseTo(0, within(1e-15));
    assertThat(value(new QuadraticKappa(CLASSES), rows(new int[] {2}, new int[] {2}, 1))).isNaN();
  }

  /** Expected squared distances as the mean over all pairs of a label and an output. */
  @Test
  void kappaAgreesWithAllPairs() {
    SplittableRandom random = new SplittableRandom(2);
    int n = 60;
    int[] labels = new int[n];
    int[] outputs = new int[n];
    float[] weights = new float[n];
    double all = 0;
    double found = 0;
    for (int i = 0; i < n; i++) {
      labels[i] = random.nextInt(CLASSES);
      outputs[i] = random.nextBoolean() ? labels[i] : random.nextInt(CLASSES);
      weights[i] = random.nextInt(3);
      all += weights[i];
      found += weights[i] * Math.pow(labels[i] - outputs[i], 2);
    }
    double expected = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        expected += weights[i] * weights[j] * Math.pow(labels[i] - outputs[j], 2);
      }
    }
    assertThat(value(new QuadraticKappa(CLASSES), rows(outputs, labels, weights)))
        .isCloseTo(1 - (found / all) / (expected / all / all), within(1e-12));
  }

  private static LabelledRows rows(int[] predicted, int[] actual, float... weights) {
    float[] outputs = new float[predicted.length * CLASSES];
    float[] labels = new float[actual.length];
    for (int i = 0; i < predicted.length; i++) {
      outputs[i * CLASSES + predicted[i]] = .9f;
      labels[i] = actual[i];
    }
    return new LabelledRows(predicted.length, outputs, labels, weights);
  }

  private static double value(Metric metric, LabelledRows rows) {
    metric.add(rows);
    return metric.value();
  }
}
