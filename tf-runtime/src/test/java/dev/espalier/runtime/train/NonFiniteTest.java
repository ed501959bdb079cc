package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.option.NonFinite;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.NonFiniteReport;
import dev.espalier.runtime.train.run.RunEnd;
import dev.espalier.runtime.train.run.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs do about losses that are no finite numbers. */
class NonFiniteTest {
  private static final int POISONED = 17;

  @TempDir Path folder;

  /** One label so far away that its squared error is infinite in single precision. */
  private static List<Garden> poisoned() {
    List<Garden> rows = new ArrayList<>(Garden.grow(60, 1));
    Garden row = rows.get(POISONED);
    rows.set(POISONED, row.labelled(row.tasty(), row.family(), 3e38f, row.uses()));
    return rows;
  }

  /** What was told of steps that were not finite. */
  private static final class Told implements TrainingListener {
    final List<NonFiniteReport> all = new ArrayList<>();
    final List<RuntimeException> failures = new ArrayList<>();
    final List<Boolean> without = new ArrayList<>();

    @Override
    public void stepNotFinite(NonFiniteReport step) {
      all.add(step);
    }

    @Override
    public void stepEnded(StepReport step) {
      without.add(Arrays.stream(step.losses()).allMatch(Double::isNaN));
    }

    @Override
    public void runFailed(RuntimeException failure) {
      failures.add(failure);
    }
  }

  /** Labels are as given: with 3e38 among them, standardized ones were all 0. */
  private static TrainerBuilder<GardenTask, GardenTrainer> builder(TrainingListener listener) {
    return GardenTrainer.plain().epochs(2).batchSize(10).seed(4).listener(listener);
  }

  /** Statistics are learnt from good rows first. */
  private static GardenTrainer taught(
      TrainerBuilder<GardenTask, GardenTrainer> builder, Path file) {
    try (GardenTrainer first = GardenTrainer.plain().epochs(1).batchSize(10).build()) {
      first.fit(Dataset.of(Garden.grow(60, 1)));
      first.save(file);
    }
    GardenTrainer trainer = builder.build();
    trainer.load(file);
    return trainer;
  }

  @Test
  void aRunThatEndsNamesTaskStepAndRows() {
    Told told = new Told();
    try (GardenTrainer trainer = taught(builder(told), folder.resolve("m"))) {
      assertThatThrownBy(() -> trainer.fit(Dataset.of(poisoned())))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("The loss of task `height` is not finite at epoch 1, step ")
          .hasMessageContaining("It is in examples, row 17; the batch's rows: examples, row ");
    }
    NonFiniteReport report = told.all.get(0);
    assertThat(report.tasks()).containsExactly("height");
    assertThat(report.broken()).containsExactly("examples, row 17");
    assertThat(report.rows()).hasSize(10).contains("examples, row 17").doesNotHaveDuplicates();
    assertThat(report.step()).isEqualTo(told.without.size() + 1);
    assertThat(report.answer()).isEqualTo(NonFinite.stop());
    assertThat(told.failures).hasSize(1);
  }

  /** Rows are counted in the set that they came from. */
  @Test
  void rowsOfSeveralSetsAreNamedByTheirSet() {
    Told told = new Told();
    Dataset<Garden> named =
        new Dataset<>() {
          @Override
          public void read(Consumer<? super Garden> consumer) {
            poisoned().forEach(consumer);
          }

          @Override
          public String name() {
            return "far.csv";
          }
        };
    TrainerBuilder<GardenTask, GardenTrainer> two =
        builder(told).lossWeight(GardenTask.family, 0).lossWeight(GardenTask.uses, 0);
    try (GardenTrainer trainer = taught(two, folder.resolve("m"))) {
      assertThatThrownBy(
              () ->
                  trainer.fit(
                      TaskData.of(GardenTask.tasty, Dataset.of(Garden.grow(30, 2)))
                          .and(GardenTask.height, named)))
          .isInstanceOf(TrainingException.class);
    }
    assertThat(told.all.get(0).broken()).containsExactly("far.csv, row 17");
  }

  @Test
  void aBatchIsLeftOut() {
    Told told = new Told();
    Path file = folder.resolve("m");
    try (GardenTrainer trainer = taught(builder(told).onNonFinite(NonFinite.skipBatch(2)), file)) {
      History history = trainer.fit(Dataset.of(poisoned()));
      assertThat(history.end()).isEqualTo(RunEnd.ALL_EPOCHS);
      assertThat(told.all).hasSize(2);
      assertThat(told.without).hasSize(12);
      assertThat(told.without.stream().filter(none -> none)).hasSize(2);
      assertThat(told.all.stream().map(NonFiniteReport::epoch)).containsExactly(1, 2);
      for (NonFiniteReport report : told.all) {
        assertThat(told.without.get((int) report.steps() - 1)).isTrue();
        assertThat(report.answer()).isEqualTo(NonFinite.skipBatch(2));
      }
      assertThat(history.last().losses()).allMatch(Double::isFinite);
      Weights.of(trainer)
          .values()
          .forEach(
              values -> {
                for (float value : values) {
                  assertThat(value).isFinite();
                }
              });
    }
    // The second epoch's is one too many.
    Told again = new Told();
    try (GardenTrainer trainer = taught(builder(again).onNonFinite(NonFinite.skipBatch(1)), file)) {
      assertThatThrownBy(() -> trainer.fit(Dataset.of(poisoned())))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("epoch 2");
      assertThat(again.all).hasSize(2);
    }
  }

  /** A rate that blows weights up is made smaller until it does not. */
  @Test
  void aRunThatDivergesGoesBack() {
    Told told = new Told();
    Dataset<Garden> rows = Dataset.of(Garden.grow(60, 1));
    TrainerBuilder<GardenTask, GardenTrainer> diverging =
        builder(told).optimizer(Optimizer.sgd(1e25)).epochs(2);
    Checkpoints checkpoints = Checkpoints.in(folder.resolve("c")).everySteps(100);
    try (GardenTrainer trainer =
        diverging.checkpoints(checkpoints).onNonFinite(NonFinite.goBack(1e-14, 3)).build()) {
      History history = trainer.fit(rows);
      assertThat(history.end()).isEqualTo(RunEnd.ALL_EPOCHS);
      assertThat(told.all).hasSize(2);
      assertThat(history.epochs()).hasSize(2);
      // As a run that had the small rate from the beginning.
      Map<String, float[]> found = Weights.of(trainer);
      try (GardenTrainer small =
          builder(new Told())
              .optimizer(Optimizer.sgd(1e25))
              .learningRate(1e-14 * 1e-14 * 1e25)
              .build()) {
        small.fit(rows);
        Weights.of(small)
            .forEach((path, values) -> assertThat(found.get(path)).as(path).isEqualTo(values));
      }
    }
    Told more = new Told();
    try (GardenTrainer trainer =
        builder(more)
            .optimizer(Optimizer.sgd(1e25))
            .checkpoints(Checkpoints.in(folder.resolve("d")))
            .onNonFinite(NonFinite.goBack(0.5, 2))
            .build()) {
      assertThatThrownBy(() -> trainer.fit(rows)).isInstanceOf(TrainingException.class);
      assertThat(more.all).hasSize(3);
    }
  }

  @Test
  void goingBackNeedsCheckpoints() {
    assertThatThrownBy(() -> builder(new Told()).onNonFinite(NonFinite.goBack(0.5, 1)).build())
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("Expected builder().checkpoints(Checkpoints.in(folder))");
    assertThatThrownBy(() -> NonFinite.goBack(1, 1)).isInstanceOf(EspalierException.class);
    assertThatThrownBy(() -> NonFinite.skipBatch(0)).isInstanceOf(EspalierException.class);
  }
}
