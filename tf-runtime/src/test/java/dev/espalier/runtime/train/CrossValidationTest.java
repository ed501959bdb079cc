package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.split.Fold;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.train.CrossValidation.MetricFolds;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.option.EarlyStopping;
import dev.espalier.runtime.train.run.TrainingListener;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model for each fold, and what all of them found. */
class CrossValidationTest {
  @TempDir private Path folder;

  private static TrainerBuilder<GardenTask, GardenTrainer> builder() {
    return GardenTrainer.plain().epochs(2).batchSize(20).seed(3);
  }

  /** One builder for all folds, as a supplier may give: its folder is what it was. */
  @Test
  void foldsHaveCheckpointsOfTheirOwnAndAreGoneOnWith() {
    Checkpoints all = Checkpoints.in(folder).resumingIfThere();
    TrainerBuilder<GardenTask, GardenTrainer> shared = builder().checkpoints(all);
    Dataset<Garden> data = Dataset.of(Garden.grow(60, 1));
    CrossValidation first = CrossValidation.of(() -> shared, 2).run(data);
    assertThat(folder).isDirectoryContaining("glob:**fold1").isDirectoryContaining("glob:**fold2");
    int[] steps = new int[1];
    shared.listener(
        new TrainingListener() {
          @Override
          public void stepEnded(StepReport step) {
            steps[0]++;
          }
        });
    assertThat(CrossValidation.of(() -> shared, 2).run(data)).isEqualTo(first);
    assertThat(steps[0]).isZero();
  }

  private static Evaluation evaluation(double loss, double auc, double ofClass) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("auc", auc);
    metrics.put("f1[yes]", ofClass);
    return new Evaluation(List.of(new TaskEvaluation("tasty", loss, 10, metrics)));
  }

  private static CrossValidation found() {
    return CrossValidation.of(
        List.of(
            evaluation(0.5, 0.8, 0.1),
            evaluation(0.6, Double.NaN, 0.2),
            evaluation(0.7, 0.9, 0.3)));
  }

  /** Worked out by hand; a fold whose labels define no value says nothing. */
  @Test
  void hasMeanAndSpreadOfEveryMetric() {
    CrossValidation found = found();
    MetricFolds loss = found.of(GardenTask.tasty).metric("loss");
    assertThat(loss.values()).containsExactly(0.5, 0.6, 0.7);
    assertThat(loss.spread().mean()).isCloseTo(0.6, within(1e-12));
    assertThat(loss.spread().deviation()).isCloseTo(0.1, within(1e-12));
    MetricFolds auc = found.of(GardenTask.tasty).metric("auc");
    assertThat(auc.spread().mean()).isCloseTo(0.85, within(1e-12));
    assertThat(auc.spread().deviation()).isCloseTo(0.1 / Math.sqrt(2), within(1e-12));
    assertThat(found.of(GardenTask.tasty).metric("f1[yes]").spread().mean())
        .isCloseTo(0.2, within(1e-12));
    assertThatThrownBy(() -> found.of(GardenTask.tasty).metric("rmse"))
        .isInstanceOf(EspalierException.class)
        .hasMessage("Task `tasty` has no metric `rmse`. Expected one of loss, auc, f1[yes].");
    assertThatThrownBy(() -> found.of(GardenTask.uses))
        .hasMessage("No task 'uses' was evaluated; the tasks are tasty");
  }

  @Test
  void isATable() {
    assertThat(found().toString())
        .isEqualTo(
            """
            task   metric  mean              fold 1  fold 2  fold 3
            tasty  loss    0.6000 +- 0.1000  0.5000  0.6000  0.7000
            tasty  auc     0.8500 +- 0.0707  0.8000  -       0.9000
            """);
  }

  /** One call does what a loop over folds does by hand. */
  @Test
  void trainsAModelForEachFold() {
    Dataset<Garden> data = Dataset.of(Garden.grow(120, 1));
    CrossValidation found =
        CrossValidation.of(CrossValidationTest::builder, 3)
            .stratifiedBy(Garden::tasty)
            .seed(5)
            .run(data);
    assertThat(found.folds()).hasSize(3);
    List<Fold<Garden>> folds = data.splitter().stratifiedBy(Garden::tasty).folds(3, 5);
    for (int fold = 0; fold < 3; fold++) {
      try (GardenTrainer trainer = builder().build()) {
        trainer.fit(folds.get(fold).train());
        assertThat(found.folds().get(fold)).isEqualTo(trainer.evaluate(folds.get(fold).test()));
      }
      assertThat(found.of(GardenTask.height).metric("rmse").values().get(fold))
          .isEqualTo(found.folds().get(fold).metric(GardenTask.height, "rmse"));
    }
    assertThat(found.folds().get(0)).isNotEqualTo(found.folds().get(1));
  }

  /** Early stopping is judged on rows that are neither learnt from nor tested. */
  @Test
  void holdsRowsBackForValidation() {
    Dataset<Garden> data = Dataset.of(Garden.grow(120, 1));
    long[] rows = new long[1];
    CrossValidation found =
        CrossValidation.of(
                () ->
                    builder()
                        .earlyStopping(EarlyStopping.patience(1))
                        .listener(
                            new TrainingListener() {
                              @Override
                              public void runStarted(RunStart start) {
                                rows[0] += start.rows();
                              }
                            }),
                2)
            .validation(0.25)
            .run(data);
    assertThat(rows[0]).isEqualTo(2 * 45);
    assertThat(found.of(GardenTask.tasty).metric("loss").values()).hasSize(2);
    assertThatThrownBy(() -> CrossValidation.of(CrossValidationTest::builder, 2).validation(1))
        .hasMessageContaining("validation");
    assertThatThrownBy(() -> CrossValidation.of(CrossValidationTest::builder, 1))
        .hasMessageContaining("folds");
  }
}
