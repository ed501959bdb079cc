package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.course.TaskStopping;
import dev.espalier.runtime.train.option.Curriculum;
import dev.espalier.runtime.train.option.EarlyStopping;
import dev.espalier.runtime.train.option.TaskOptions;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TaskStop;
import dev.espalier.runtime.train.run.TrainingListener;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tasks that stop while others go on. */
class EarlyStoppingTest {
  private static final Dataset<Garden> TRAIN = Dataset.of(Garden.grow(120, 1));
  private static final Dataset<Garden> TEST = Dataset.of(Garden.grow(60, 2));

  /** What only chance decides can't be learnt, and so gets worse. */
  private static Dataset<Garden> withoutSense(int count, long seed) {
    List<Garden> rows = new ArrayList<>();
    List<Garden> others = Garden.grow(count, seed + 100);
    for (Garden g : Garden.grow(count, seed)) {
      rows.add(g.labelled(g.tasty(), others.get(rows.size()).family(), g.height(), g.uses()));
    }
    return Dataset.of(rows);
  }

  private static TrainerBuilder<GardenTask, GardenTrainer> builder() {
    return GardenTrainer.plain().epochs(30).batchSize(20).seed(3);
  }

  /** A run, with the weights and losses after each epoch. */
  private static final class Run implements TrainingListener {
    private final List<Map<String, float[]>> weights = new ArrayList<>();
    private final List<Evaluation> found = new ArrayList<>();
    private final History history;
    private GardenTrainer trainer;

    Run(TrainerBuilder<GardenTask, GardenTrainer> builder) {
      try (GardenTrainer built = builder.listener(this).build()) {
        trainer = built;
        history = built.fit(withoutSense(120, 1), withoutSense(60, 2));
      }
    }

    @Override
    public void epochEnded(EpochReport epoch) {
      weights.add(new TreeMap<>(Weights.of(trainer)));
      found.add(trainer.evaluate(withoutSense(60, 2)));
    }

    Map<String, float[]> head(int epoch, String task) {
      Map<String, float[]> head = new TreeMap<>(weights.get(epoch - 1));
      head.keySet().removeIf(path -> !path.startsWith("tasks." + task));
      return head;
    }

    double loss(int epoch, GardenTask task) {
      return history.epochs().get(epoch - 1).validation().orElseThrow().loss(task);
    }
  }

  private static void assertSame(Map<String, float[]> found, Map<String, float[]> expected) {
    assertThat(found).isNotEmpty().hasSameSizeAs(expected);
    found.forEach((path, values) -> assertThat(values).as(path).isEqualTo(expected.get(path)));
  }

  @Test
  void aTaskStopsWhenItsPatienceIsOverAndTheOthersGoOn() {
    Run run = new Run(builder().earlyStopping(GardenTask.family, EarlyStopping.patience(2)));
    TaskStop stop = run.history.stopped(GardenTask.family).orElseThrow();

    // As read off the losses.
    int best = 1;
    int epoch = 2;
    for (; epoch < best + 3; epoch++) {
      best = run.loss(epoch, GardenTask.family) < run.loss(best, GardenTask.family) ? epoch : best;
    }
    assertThat(stop.epoch()).isEqualTo(best + 2).isLessThan(30);
    assertThat(stop.bestEpoch()).isEqualTo(best);
    assertThat(stop.best()).isEqualTo(run.loss(best, GardenTask.family));
    assertThat(stop.measure()).isEqualTo("loss");
    assertThat(run.history.epochs()).hasSize(30);
    assertThat(run.history.stopped()).containsExactly(stop);
    assertThat(run.history.epochs().get(stop.epoch() - 1).stopped()).containsExactly(stop);

    for (int after = stop.epoch(); after <= 30; after++) {
      assertSame(run.head(after, "family"), run.head(stop.epoch(), "family"));
    }
    assertThat(run.head(30, "height").get("tasks.height.logits.kernel"))
        .isNotEqualTo(run.head(stop.epoch(), "height").get("tasks.height.logits.kernel"));
    assertThat(run.history.last().validation().orElseThrow().loss(GardenTask.family)).isPositive();
  }

  /** The kept head is that of its best epoch or of the last, whichever does better there. */
  @Test
  void itKeepsTheBetterOfItsBestAndItsLastHead() {
    Run run = new Run(builder().earlyStopping(GardenTask.family, EarlyStopping.patience(2)));
    TaskStop stop = run.history.stopped(GardenTask.family).orElseThrow();
    double before = run.loss(stop.epoch(), GardenTask.family);
    double after = run.found.get(stop.epoch() - 1).loss(GardenTask.family);
    if (stop.restored()) {
      assertSame(run.head(stop.epoch(), "family"), run.head(stop.bestEpoch(), "family"));
      assertThat(after).isLessThan(before);
    } else {
      assertThat(after).isEqualTo(before);
    }
  }

  /** The trunk stands still: then the best head is the best one. */
  @Test
  void onATrunkThatStandsStillTheBestHeadComesBack() {
    Run run =
        new Run(
            builder()
                .learningRate(0.3)
                .frozen("trunk", "tables")
                .earlyStopping(GardenTask.family, EarlyStopping.patience(3)));
    TaskStop stop = run.history.stopped(GardenTask.family).orElseThrow();
    assertThat(stop.restored()).isTrue();
    assertSame(run.head(30, "family"), run.head(stop.bestEpoch(), "family"));
    assertThat(run.history.last().validation().orElseThrow().loss(GardenTask.family))
        .isEqualTo(stop.best());
  }

  @Test
  void theRunEndsWhenAllHaveStopped() {
    Run run =
        new Run(
            builder()
                .epochs(200)
                .learningRate(0.1)
                .earlyStopping(EarlyStopping.patience(3))
                .earlyStopping(GardenTask.tasty, EarlyStopping.patience(2).on("auc")));
    int last = run.history.epochs().size();
    assertThat(last).isLessThan(200);
    assertThat(run.history.stopped()).hasSize(4);
    assertThat(run.history.stopped().get(3).epoch()).isEqualTo(last);
    assertThat(run.history.stopped(GardenTask.tasty).orElseThrow().measure()).isEqualTo("auc");
  }

  /** A loss of which no gain is great enough never gets better after the first. */
  @Test
  void aGainHasToBeGreatEnough() {
    Run run =
        new Run(
            builder()
                .earlyStopping(GardenTask.height, EarlyStopping.patience(4).gainingAtLeast(1e6)));
    TaskStop stop = run.history.stopped(GardenTask.height).orElseThrow();
    assertThat(stop.bestEpoch()).isEqualTo(1);
    assertThat(stop.epoch()).isEqualTo(5);
  }

  @Test
  void aMetricOfWhichMoreIsBetterIsReadAsSuch() {
    Run run =
        new Run(builder().earlyStopping(GardenTask.height, EarlyStopping.patience(30).on("r2")));
    assertThat(run.history.stopped()).isEmpty();
    Run stopped =
        new Run(
            builder()
                .learningRate(1e-30)
                .earlyStopping(GardenTask.height, EarlyStopping.patience(3).on("r2")));
    assertThat(stopped.history.stopped(GardenTask.height).orElseThrow().epoch()).isEqualTo(4);
  }

  /** While it stands still, patience is not counted; what joins later may go on alone. */
  @Test
  void patienceCountsFromTheEpochInWhichATaskJoins() {
    Run run =
        new Run(
            builder()
                .epochs(12)
                .learningRate(1e-30)
                .earlyStopping(EarlyStopping.patience(2))
                .curriculum(Curriculum.joins(GardenTask.uses).atEpoch(7)));
    assertThat(run.history.stopped(GardenTask.tasty).orElseThrow().epoch()).isEqualTo(3);
    assertThat(run.history.stopped(GardenTask.uses).orElseThrow().epoch()).isEqualTo(9);
    // There was nobody to train in epochs 4 to 6.
    assertThat(run.history.epochs().stream().map(EpochReport::epoch))
        .containsExactly(1, 2, 3, 7, 8, 9);
  }

  @Test
  void theSetOfATaskThatStoppedTakesNoTurn() {
    TaskData<Garden, GardenTask> data =
        TaskData.of(GardenTask.tasty, TRAIN)
            .and(GardenTask.family, TRAIN)
            .and(GardenTask.height, TRAIN)
            .and(GardenTask.uses, TRAIN);
    TaskData<Garden, GardenTask> validation =
        TaskData.of(GardenTask.family, TEST).and(GardenTask.height, TEST);
    EarlyStopping none = EarlyStopping.patience(1).gainingAtLeast(1e6);
    try (GardenTrainer trainer =
        builder().epochs(3).earlyStopping(GardenTask.family, none).build()) {
      History history = trainer.fit(data, validation);
      assertThat(history.epochs().stream().map(EpochReport::rows)).containsExactly(480, 480, 360);
      assertThat(history.last().loss(GardenTask.family)).isNaN();
      assertThat(history.last().loss(GardenTask.uses)).isPositive();
    }
  }

  @Test
  void refusesWhatCannotBeFollowed() {
    assertThatThrownBy(() -> EarlyStopping.patience(0))
        .hasMessage("Parameter `patience` should be at least 1. Found `patience = 0`.");
    assertThatThrownBy(() -> EarlyStopping.patience(1).gainingAtLeast(-1))
        .isInstanceOf(EspalierException.class);
    assertThatThrownBy(
            () ->
                builder()
                    .earlyStopping(GardenTask.height, EarlyStopping.patience(1).on("auc"))
                    .build())
        .isInstanceOf(EspalierException.class)
        .hasMessage("Task `height` has no metric `auc`. Expected one of loss, mae, rmse, r2.");
    assertThatThrownBy(
            () ->
                builder()
                    .lossWeight(GardenTask.height, 0)
                    .earlyStopping(GardenTask.height, EarlyStopping.patience(1))
                    .build())
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("task `height`, which has loss weight 0 and is not trained");
    try (GardenTrainer trainer =
        builder().earlyStopping(GardenTask.uses, EarlyStopping.patience(1)).build()) {
      assertThatThrownBy(() -> trainer.fit(TRAIN))
          .isInstanceOf(TrainingException.class)
          .hasMessage(
              "Early stopping of task `uses` looks at a validation set. Found none; expected"
                  + " fit(train, validation), or validation(share) of a cross-validation.");
      TaskData<Garden, GardenTask> other = TaskData.of(GardenTask.tasty, TEST);
      TaskData<Garden, GardenTask> train = TaskData.of(EnumSet.allOf(GardenTask.class), TRAIN);
      assertThatThrownBy(() -> trainer.fit(train, other))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("has no label of task `uses`, which early stopping judges by it");
    }
  }

  /** A rule for all tasks is none for those that are not trained. */
  @Test
  void aRuleForAllIsForThoseThatAreTrained() {
    List<Task> tasks = Garden.INFO.tasks();
    TaskOptions all =
        new TaskOptions(List.of(), Map.of(), Optional.of(EarlyStopping.patience(1).on("r2")));
    TaskStopping.require(tasks, new double[] {0, 0, 1, 0}, all);
    assertThatThrownBy(() -> TaskStopping.require(tasks, new double[] {1, 0, 1, 0}, all))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("Task `tasty` has no metric `r2`");
  }
}
