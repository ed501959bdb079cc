package dev.espalier.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticPairsTest {

  @ParameterizedTest
  @ValueSource(doubles = {-1, -0.5, 0, 0.9, 1})
  void correlationIsTheCosineBetweenTheTasks(double correlation) {
    SyntheticPairs pairs = new SyntheticPairs(correlation, 3);
    double[] first = pairs.weights(0);
    double[] second = pairs.weights(1);
    assertThat(dot(first, first)).isCloseTo(1, within(1e-12));
    assertThat(dot(second, second)).isCloseTo(1, within(1e-12));
    assertThat(dot(first, second)).isCloseTo(correlation, within(1e-12));
  }

  @Test
  void labelsAreTheCurvePlusNoiseOfVarianceOneHundredth() {
    SyntheticPairs pairs = new SyntheticPairs(0.3, 4);
    double[] weights = pairs.weights(1);
    double squares = 0;
    List<RelatedTasks> examples = pairs.draw(5000);
    for (RelatedTasks example : examples) {
      double z = dot(weights, example.x());
      double curve =
          z + Math.sin(z / 2) + Math.sin(z + 1) + Math.sin(1.5 * z + 2) + Math.sin(2 * z + 3);
      squares += Math.pow(example.second() - curve, 2);
    }
    // The standard error of a variance is variance sqrt(2 / n) = 0.0002.
    assertThat(squares / examples.size()).isCloseTo(0.01, within(0.001));
  }

  @Test
  void inputsAreStandardNormal() {
    double sum = 0;
    double squares = 0;
    double fourth = 0;
    List<RelatedTasks> examples = new SyntheticPairs(0.3, 5).draw(2000);
    for (RelatedTasks example : examples) {
      for (float x : example.x()) {
        sum += x;
        squares += x * x;
        fourth += x * x * x * x;
      }
    }
    double n = examples.size() * 100.0;
    assertThat(sum / n).isCloseTo(0, within(0.01));
    assertThat(squares / n).isCloseTo(1, within(0.02));
    assertThat(fourth / n).isCloseTo(3, within(0.15));
  }

  @Test
  void equalSeedsDrawEqualExamples() {
    RelatedTasks one = new SyntheticPairs(0.3, 6).draw(2).get(1);
    RelatedTasks same = new SyntheticPairs(0.3, 6).draw(2).get(1);
    RelatedTasks other = new SyntheticPairs(0.3, 7).draw(2).get(1);
    assertThat(same.x()).isEqualTo(one.x());
    assertThat(same.first()).isEqualTo(one.first());
    assertThat(other.x()).isNotEqualTo(one.x());
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double dot(double[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
