package dev.espalier.runtime.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The values that typed predictions are made of. */
class PredictionsTest {
  private enum Topic {
    NEWS,
    SPORT,
    MUSIC
  }

  @Test
  void classPredictionHasTheLikeliestClass() {
    float[] probabilities = {0.2f, 0.4f, 0.4f};
    ClassPrediction<Topic> found = ClassPrediction.of(List.of(Topic.values()), probabilities);
    assertThat(found.value()).isEqualTo(Topic.SPORT);
    assertThat(found.probability()).isEqualTo(0.4f);
    assertThat(found.probability(Topic.NEWS)).isEqualTo(0.2f);
    assertThat(found).hasToString("SPORT (0.400)");
    assertThat(found.classes()).containsExactly(Topic.values());
    probabilities[0] = 1;
    found.probabilities()[0] = 1;
    assertThat(found.probabilities()).containsExactly(0.2f, 0.4f, 0.4f);
    assertThat(ClassPrediction.of(List.of(Topic.values()), new float[] {0.2f, 0.4f, 0.4f}))
        .isEqualTo(found)
        .hasSameHashCodeAs(found)
        .isNotEqualTo(ClassPrediction.of(List.of(Topic.values()), probabilities));
    assertThatThrownBy(() -> ClassPrediction.of(List.of(0, 1), probabilities))
        .isInstanceOf(IllegalArgumentException.class);
    ClassPrediction<Integer> numbered = ClassPrediction.of(List.of(0, 1, 2), probabilities);
    assertThatThrownBy(() -> numbered.probability(3)).hasMessageContaining("[0, 1, 2]");
  }

  @Test
  void labelsPredictionHasThoseAboveAThreshold() {
    LabelsPrediction<Topic> found =
        LabelsPrediction.of(List.of(Topic.values()), new float[] {0.9f, 0.5f, 0.1f});
    assertThat(found.above(0.5)).containsExactly(Topic.NEWS);
    assertThat(found.above(0.05)).containsExactly(Topic.values());
    assertThat(found.above(1)).isEmpty();
    assertThat(found.probability(Topic.MUSIC)).isEqualTo(0.1f);
    assertThat(found.byLabel()).containsEntry(Topic.SPORT, 0.5f).hasSize(3);
    assertThat(found).hasToString("{NEWS=0.900, SPORT=0.500, MUSIC=0.100}");
    assertThat(LabelsPrediction.of(List.of(Topic.values()), found.probabilities()))
        .isEqualTo(found)
        .hasSameHashCodeAs(found);
    assertThatThrownBy(() -> LabelsPrediction.of(List.of(Topic.NEWS), new float[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Topic");
  }
}
