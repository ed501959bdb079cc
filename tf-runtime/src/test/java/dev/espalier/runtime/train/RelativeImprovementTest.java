package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.Measure;
import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.RelativeImprovement.Pair;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.option.Curriculum;
import dev.espalier.runtime.train.option.EarlyStopping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What training together brings over training apart. */
class RelativeImprovementTest {
  @TempDir private Path folder;

  private static final Dataset<Garden> TRAIN = Dataset.of(Garden.grow(120, 1));
  private static final Dataset<Garden> TEST = Dataset.of(Garden.grow(60, 2));
  private static final Measure AUC = new Measure("auc", false);
  private static final Measure RMSE = new Measure("rmse", true);
  private static final Measure R2 = new Measure("r2", false);

  private static TaskEvaluation tasty(double auc) {
    return new TaskEvaluation("tasty", 1, 10, Map.of("auc", auc));
  }

  private static TaskEvaluation height(double rmse, double r2) {
    return new TaskEvaluation("height", 1, 10, Map.of("rmse", rmse, "r2", r2));
  }

  private static RelativeImprovement found() {
    return RelativeImprovement.of(
        List.of(List.of(AUC), List.of(RMSE, R2)),
        List.of(
            List.of(new Pair(tasty(0.88), tasty(0.8)), new Pair(tasty(0.84), tasty(0.84))),
            List.of(
                new Pair(height(2, 0.6), height(4, 0.5)),
                new Pair(height(3, -0.1), height(2, -0.2)))),
        List.of(7L, 8L),
        "single-task");
  }

  /** Worked out by hand: tasty +10 % and 0; height (+50 + 20) / 2 and (-50 + 50) / 2. */
  @Test
  void isTheMeanOverTasksOfTheMeanOverMetrics() {
    RelativeImprovement found = found();
    assertThat(found.of(GardenTask.tasty).improvement().mean()).isCloseTo(0.05, within(1e-12));
    assertThat(found.of(GardenTask.tasty).improvement().deviation())
        .isCloseTo(0.1 / Math.sqrt(2), within(1e-12));
    assertThat(found.of(GardenTask.height).improvement().mean()).isCloseTo(0.175, within(1e-12));
    assertThat(found.of(GardenTask.height).metrics().get(0).improvement().mean())
        .isCloseTo(0, within(1e-12));
    assertThat(found.of(GardenTask.height).metrics().get(1).improvement().mean())
        .isCloseTo(0.35, within(1e-12));
    assertThat(found.improvement().mean()).isCloseTo((0.225 + 0) / 2, within(1e-12));
    assertThat(found.improvement().deviation()).isCloseTo(0.225 / Math.sqrt(2), within(1e-12));
    assertThat(found.of(GardenTask.height).metrics().get(0).single().mean()).isEqualTo(3);
  }

  @Test
  void isATable() {
    assertThat(found().toString())
        .isEqualTo(
            """
            task       metric                  multi-task        single-task       improvement
            tasty      auc                     0.8600 +- 0.0283  0.8200 +- 0.0283  +5.00 % +- 7.07
            height     rmse (lower is better)  2.5000 +- 0.7071  3.0000 +- 1.4142  +0.00 % +- 70.71
            height     r2                      0.2500 +- 0.4950  0.1500 +- 0.4950  +35.00 % +- 21.21
            height     mean                                                        +17.50 % +- 24.75
            all tasks                                                              +11.25 % +- 15.91
            """);
  }

  @Test
  void aBaselineOfNothingGivesNoNumber() {
    RelativeImprovement found =
        RelativeImprovement.of(
            List.of(List.of(AUC)),
            List.of(List.of(new Pair(tasty(0.5), tasty(0)))),
            List.of(1L),
            "single-task");
    assertThat(found.improvement().mean()).isNaN();
    assertThat(found.toString()).contains("0.5000", "  -").doesNotContain("NaN", "+-");
  }

  /** One call does what several do by hand. */
  @Test
  void trainsTheSingleTaskModelsWithTheSameSettings() {
    RelativeImprovement found =
        RelativeImprovement.of(() -> builder().lossWeight(GardenTask.uses, 0))
            .seeds(4, 5)
            .metrics(GardenTask.height, "mae", "r2")
            .measure(TRAIN, TEST);
    assertThat(found.seeds()).containsExactly(4L, 5L);
    assertThat(found.tasks()).hasSize(3);
    assertThat(found.of(GardenTask.tasty).metrics().get(0).measure()).isEqualTo(AUC);
    assertThat(found.of(GardenTask.family).metrics().get(0).measure().name()).isEqualTo("accuracy");

    double multi = 0;
    double single = 0;
    for (long seed : new long[] {4, 5}) {
      multi += metric(builder().seed(seed).lossWeight(GardenTask.uses, 0));
      single +=
          metric(
              builder()
                  .seed(seed)
                  .lossWeight(GardenTask.tasty, 0)
                  .lossWeight(GardenTask.family, 0)
                  .lossWeight(GardenTask.height, 1)
                  .lossWeight(GardenTask.uses, 0));
    }
    var mae = found.of(GardenTask.height).metrics().get(0);
    assertThat(mae.measure()).isEqualTo(new Measure("mae", true));
    assertThat(mae.multi().mean()).isEqualTo(multi / 2);
    assertThat(mae.single().mean()).isEqualTo(single / 2);
  }

  private static TrainerBuilder<GardenTask, GardenTrainer> builder() {
    return GardenTrainer.plain().epochs(3).batchSize(20);
  }

  private static double metric(TrainerBuilder<GardenTask, GardenTrainer> builder) {
    try (GardenTrainer trainer = builder.build()) {
      trainer.fit(TRAIN);
      return trainer.evaluate(TEST).metric(GardenTask.height, "mae");
    }
  }

  @Test
  void aBaselineOfOnesOwnIsTrainedOnceASeed() {
    int[] made = new int[1];
    RelativeImprovement found =
        RelativeImprovement.of(RelativeImprovementTest::builder)
            .seeds(3)
            .against(
                () -> {
                  made[0]++;
                  return builder();
                })
            .measure(TRAIN, TEST);
    assertThat(made[0]).isEqualTo(1);
    assertThat(found.toString()).contains("multi-task  baseline").doesNotContain("single-task");
    // The same model is no better than itself.
    assertThat(found.improvement().mean()).isZero();
  }

  @Test
  void modelsHaveCheckpointsOfTheirOwn() throws IOException {
    RelativeImprovement.of(
            () ->
                builder()
                    .epochs(1)
                    .lossWeight(GardenTask.family, 0)
                    .lossWeight(GardenTask.height, 0)
                    .checkpoints(Checkpoints.in(folder)))
        .seeds(3, 4)
        .measure(TRAIN, TEST);
    try (var folders = Files.list(folder)) {
      assertThat(folders.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "together-3", "tasty-3", "uses-3", "together-4", "tasty-4", "uses-4");
    }
  }

  /** What is a matter of several tasks is left out where there is one. */
  @Test
  void aSetForEachTaskAWeightThatRisesAndAStopAreAllowed() {
    TaskData<Garden, GardenTask> data =
        TaskData.of(GardenTask.tasty, TRAIN)
            .and(EnumSet.of(GardenTask.family, GardenTask.height, GardenTask.uses), TRAIN);
    RelativeImprovement found =
        RelativeImprovement.of(
                () ->
                    builder()
                        .curriculum(Curriculum.joins(GardenTask.height).atEpoch(2))
                        .earlyStopping(EarlyStopping.patience(1)))
            .seeds(3)
            .validation(TEST)
            .measure(data, TEST);
    assertThat(found.tasks()).hasSize(4);
    assertThat(found.improvement().mean()).isFinite();
  }

  @Test
  void refusesWhatItCannotDo() {
    assertThatThrownBy(() -> RelativeImprovement.of(RelativeImprovementTest::builder).seeds())
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("`seeds` should be at least one");
    assertThatThrownBy(
            () ->
                RelativeImprovement.of(RelativeImprovementTest::builder)
                    .metrics(GardenTask.tasty, "rmse")
                    .measure(TRAIN, TEST))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("Task `tasty` has no metric `rmse`");
  }

  /** Every metric knows which way is better: of two predictions the better one is told. */
  @Test
  void metricsKnowTheirDirection() {
    try (GardenTrainer trainer = builder().build()) {
      trainer.fit(TRAIN);
      Evaluation found = trainer.evaluate(TEST);
      found
          .tasks()
          .forEach(
              task ->
                  task.metrics()
                      .keySet()
                      .forEach(
                          name -> {
                            Measure measure =
                                Measure.of(
                                    Garden.INFO.tasks().stream()
                                        .filter(each -> each.name().equals(task.task()))
                                        .findFirst()
                                        .orElseThrow(),
                                    name);
                            assertThat(measure.lowerIsBetter())
                                .as(name)
                                .isEqualTo(name.equals("mae") || name.equals("rmse"));
                          }));
    }
  }
}
