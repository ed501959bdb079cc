package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.train.TrainerBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows drawn by class, as the annotation says and as the builder says. */
class ResamplingTest {
  private static final List<RareRow> ROWS = RareRow.rows(400);

  @Test
  void whatIsLearntIsTheShareOfTheClassesAsTheyCome() {
    assertThat(meanProbability(builder())).isCloseTo(.5, within(.05));
    assertThat(meanProbability(builder().withoutResampling())).isCloseTo(.05, within(.02));
    // Of the rows with a rank one in ten has rank 2, and half of them after drawing.
    assertThat(meanOfLastRank(builder().resample(RareRowTask.rank))).isCloseTo(.5, within(.05));
    assertThat(meanOfLastRank(builder().withoutResampling())).isLessThan(.2);
  }

  @Test
  void equalSeedsGiveEqualBits() {
    Map<String, float[]> first = weights(builder().seed(1));
    assertThat(same(first, weights(builder().seed(1)))).isTrue();
    assertThat(same(first, weights(builder().seed(1).resample(RareRowTask.yes)))).isTrue();
    assertThat(same(first, weights(builder().seed(1).withoutResampling()))).isFalse();
    assertThat(same(first, weights(builder().seed(1).resample(RareRowTask.rank)))).isFalse();
    assertThat(same(first, weights(builder().seed(2)))).isFalse();
  }

  @Test
  void evaluationSeesEveryRowOnce() {
    try (RareRowTrainer trainer = builder().epochs(1).build()) {
      trainer.fit(Dataset.of(ROWS));
      assertThat(trainer.evaluate(Dataset.of(ROWS)).of(RareRowTask.yes).labels()).isEqualTo(400);
    }
  }

  @Test
  void onlyClassesCanBeDrawnBy() {
    for (RareRowTask task : new RareRowTask[] {RareRowTask.value, RareRowTask.flags}) {
      TrainerBuilder<RareRowTask, RareRowTrainer> builder = builder().resample(task);
      assertThatThrownBy(builder::build)
          .isInstanceOf(EspalierException.class)
          .hasMessage(
              "Rows can be drawn by the classes of a binary or multi-class task. Found"
                  + " `resample(%s)`.",
              task.name());
    }
  }

  private static TrainerBuilder<RareRowTask, RareRowTrainer> builder() {
    return RareRowTrainer.builder().epochs(40).batchSize(50).learningRate(.02);
  }

  private static double meanProbability(TrainerBuilder<RareRowTask, RareRowTrainer> builder) {
    try (RareRowTrainer trainer = builder.build()) {
      trainer.fit(Dataset.of(ROWS));
      return trainer.predict(ROWS).stream()
          .mapToDouble(RareRowPrediction::yes)
          .average()
          .orElseThrow();
    }
  }

  private static double meanOfLastRank(TrainerBuilder<RareRowTask, RareRowTrainer> builder) {
    try (RareRowTrainer trainer = builder.build()) {
      trainer.fit(Dataset.of(ROWS));
      return trainer.predict(ROWS).stream()
          .mapToDouble(prediction -> prediction.rank().probability(2))
          .average()
          .orElseThrow();
    }
  }

  private static Map<String, float[]> weights(TrainerBuilder<RareRowTask, RareRowTrainer> builder) {
    try (RareRowTrainer trainer = builder.epochs(2).build()) {
      trainer.fit(Dataset.of(ROWS));
      return SavedWeights.of(trainer);
    }
  }

  private static boolean same(Map<String, float[]> a, Map<String, float[]> b) {
    return a.entrySet().stream()
        .allMatch(entry -> Arrays.equals(entry.getValue(), b.get(entry.getKey())));
  }
}
