package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.Score;
import dev.espalier.runtime.metric.Scoring;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.option.BestWeights;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.run.BestScore;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.RunEnd;
import dev.espalier.runtime.train.run.TrainingListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end with the weights of their best validation, and early. */
class BestWeightsTest {
  private static final Dataset<Garden> TRAIN = Dataset.of(Garden.grow(30, 1));
  private static final Dataset<Garden> HELD = Dataset.of(Garden.grow(40, 2));
  private static final Score SCORE =
      Score.of(GardenTask.tasty, "auc").and(GardenTask.height, "rmse", 0.01);

  @TempDir Path folder;

  /** Steps that become so large that the later weights are worse. */
  private static TrainerBuilder<GardenTask, GardenTrainer> builder() {
    return GardenTrainer.plain()
        .epochs(8)
        .batchSize(10)
        .seed(3)
        .optimizer(Optimizer.adam(0.02))
        .rateSchedule(run -> step -> 2 * step > run.steps() ? 200 : 1)
        .listener(new Validations());
  }

  /** What every validation found. */
  private static final class Validations implements TrainingListener {
    final List<ValidationReport> all = new ArrayList<>();

    @Override
    public void validationEnded(ValidationReport validation) {
      all.add(validation);
    }
  }

  private static Scoring scoring() {
    return SCORE.over(Garden.INFO.tasks());
  }

  @Test
  void aScoreIsTheWeightedMean() {
    try (GardenTrainer trainer = builder().epochs(1).build()) {
      Evaluation found = trainer.fit(TRAIN, HELD).last().validation().orElseThrow();
      double auc = found.metric(GardenTask.tasty, "auc");
      double rmse = found.metric(GardenTask.height, "rmse");
      assertThat(scoring().of(found)).isEqualTo((auc - 0.01 * rmse) / 1.01, within(1e-12));
      assertThat(scoring().gain(2, 1)).isEqualTo(1);
      Scoring losses =
          Score.loss(GardenTask.tasty).and(GardenTask.height, "rmse").over(Garden.INFO.tasks());
      assertThat(losses.of(found)).isEqualTo((found.loss(GardenTask.tasty) + rmse) / 2);
      assertThat(losses.gain(2, 1)).isEqualTo(-1);
    }
  }

  @Test
  void endsWithTheBestWeights() {
    Validations seen = new Validations();
    try (GardenTrainer trainer =
        builder().bestWeights(BestWeights.by(SCORE)).listener(seen).build()) {
      History history = trainer.fit(TRAIN, HELD);
      assertThat(history.end()).isEqualTo(RunEnd.ALL_EPOCHS);
      assertThat(history.epochs()).hasSize(8);
      BestScore best = history.best().orElseThrow();
      double most =
          seen.all.stream().mapToDouble(v -> scoring().of(v.evaluation())).max().getAsDouble();
      assertThat(best.value()).isEqualTo(most);
      assertThat(best.epoch()).isLessThan(8);
      assertThat(best.step()).isEqualTo(3L * best.epoch());
      assertThat(scoring().of(trainer.evaluate(HELD))).isEqualTo(most);
    }
  }

  @Test
  void endsWhenNothingBetterComes() {
    try (GardenTrainer trainer =
        builder().epochs(60).bestWeights(BestWeights.by(SCORE).patience(2)).build()) {
      History history = trainer.fit(TRAIN, HELD);
      assertThat(history.end()).isEqualTo(RunEnd.NOTHING_BETTER);
      assertThat(history.epochs()).hasSize(history.best().orElseThrow().epoch() + 2);
      assertThat(scoring().of(trainer.evaluate(HELD))).isEqualTo(history.best().get().value());
    }
    try (GardenTrainer trainer =
        builder()
            .epochs(60)
            .bestWeights(BestWeights.by(SCORE).patience(2).gainingAtLeast(100))
            .build()) {
      assertThat(trainer.fit(TRAIN, HELD).epochs()).hasSize(3);
    }
  }

  @Test
  void validatesBetweenSteps() {
    Validations seen = new Validations();
    try (GardenTrainer trainer =
        builder()
            .epochs(3)
            .validateEverySteps(2)
            .bestWeights(BestWeights.by(SCORE))
            .listener(seen)
            .build()) {
      BestScore best = trainer.fit(TRAIN, HELD).best().orElseThrow();
      assertThat(seen.all.stream().map(TrainingListener.ValidationReport::steps))
          .containsExactly(2L, 3L, 4L, 6L, 8L, 9L);
      assertThat(scoring().of(trainer.evaluate(HELD))).isEqualTo(best.value());
    }
  }

  @Test
  void theBestCheckpointIsKeptBesideTheLast() {
    Checkpoints checkpoints = Checkpoints.in(folder).keepLast(1).keepBest(SCORE);
    BestScore best;
    try (GardenTrainer trainer =
        builder().checkpoints(checkpoints).bestWeights(BestWeights.by(SCORE)).build()) {
      best = trainer.fit(TRAIN, HELD).best().orElseThrow();
    }
    assertThat(folder.resolve("step-000000000024.espalier")).exists();
    assertThat(Files.exists(folder.resolve("step-000000000021.espalier"))).isFalse();
    try (GardenTrainer trainer = builder().build()) {
      trainer.load(folder.resolve("best.espalier"));
      assertThat(scoring().of(trainer.evaluate(HELD))).isEqualTo(best.value());
    }
  }

  @Test
  void whatCanNotBeJudgedIsRefused() {
    assertThatThrownBy(
            () -> builder().bestWeights(BestWeights.by(Score.of(GardenTask.tasty, "rmse"))).build())
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("Task `tasty` has no metric `rmse`");
    try (GardenTrainer trainer = builder().bestWeights(BestWeights.by(SCORE)).build()) {
      assertThatThrownBy(() -> trainer.fit(TRAIN))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("expected fit(train, validation)");
      Dataset<Garden> without =
          Dataset.of(
              Garden.grow(9, 5).stream()
                  .map(row -> row.labelled(null, row.family(), row.height(), row.uses()))
                  .toList());
      assertThatThrownBy(() -> trainer.fit(TRAIN, without))
          .isInstanceOf(DataException.class)
          .hasMessageContaining(
              "no label of task `tasty`, which the score tasty.auc + height.rmse");
    }
  }
}
