package dev.espalier.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.TaskData;
import dev.espalier.runtime.data.TaskMixing;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training on a data set for each task. */
class TaskDataTest {
  private static final Dataset<Garden> TEST = Dataset.of(Garden.grow(300, 2));

  /** Sets of other sizes, rows and shares of missing labels for each task. */
  private static TaskData<Garden, GardenTask> data(boolean othersLabelled) {
    return TaskData.of(GardenTask.tasty, Dataset.of(only(0, Garden.grow(400, 11), othersLabelled)))
        .and(GardenTask.family, Dataset.of(only(1, Garden.grow(250, 12), othersLabelled)))
        .and(GardenTask.height, Dataset.of(only(2, Garden.grow(300, 13), othersLabelled)))
        .and(GardenTask.uses, Dataset.of(only(3, Garden.grow(90, 14), othersLabelled)));
  }

  /** Labels of other tasks are missing, or they are there and wrong. */
  private static List<Garden> only(int task, List<Garden> rows, boolean othersLabelled) {
    List<Garden> kept = new ArrayList<>();
    for (Garden g : rows) {
      kept.add(
          g.labelled(
              task == 0 ? g.tasty() : othersLabelled ? Boolean.TRUE : null,
              task == 1 ? g.family() : othersLabelled ? Integer.valueOf(2) : null,
              task == 2 ? g.height() : othersLabelled ? Float.valueOf(1e6f) : null,
              task == 3 ? g.uses() : othersLabelled ? new boolean[2] : null));
    }
    return kept;
  }

  private static TaskData<Garden, GardenTask> data(boolean othersLabelled, boolean mixed) {
    return mixed ? data(othersLabelled).inMixedBatches() : data(othersLabelled);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void learnsEveryTaskFromItsOwnSet(boolean mixed) {
    try (GardenTrainer trainer = GardenTrainer.plain().epochs(40).batchSize(32).build()) {
      History history = trainer.fit(data(false, mixed), TEST);
      Evaluation found = trainer.evaluate(TEST);
      assertThat(found.metric(GardenTask.tasty, "auc")).isGreaterThan(0.97);
      assertThat(found.metric(GardenTask.family, "accuracy")).isGreaterThan(0.95);
      assertThat(found.metric(GardenTask.height, "r2")).isGreaterThan(0.9);
      assertThat(found.metric(GardenTask.uses, "accuracy")).isGreaterThan(0.9);
      assertThat(history.last().validation()).contains(found);
      assertThat(history.last().losses()).doesNotContain(Double.NaN);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void labelsOfOtherTasksDoNotCount(boolean mixed) {
    try (GardenTrainer missing = GardenTrainer.plain().epochs(2).batchSize(32).build();
        GardenTrainer wrong = GardenTrainer.plain().epochs(2).batchSize(32).build()) {
      History expected = missing.fit(data(false, mixed), data(false));
      History found = wrong.fit(data(true, mixed), data(true));
      Map<String, float[]> weights = Weights.of(missing);
      Weights.of(wrong)
          .forEach((path, values) -> assertThat(values).as(path).isEqualTo(weights.get(path)));
      assertThat(found.last().losses()).isEqualTo(expected.last().losses());
      assertThat(found.last().validation()).isEqualTo(expected.last().validation());
    }
  }

  @Test
  void aStepTrainsTheTasksOfItsSetAndLooksAtNoOthers() {
    List<String> steps = new ArrayList<>();
    TrainingListener watch =
        new TrainingListener() {
          @Override
          public void runStarted(RunStart run) {
            steps.add(run.rows() + " " + run.labels() + " " + run.stepsPerEpoch());
          }

          @Override
          public void stepEnded(StepReport step) {
            StringBuilder tasks = new StringBuilder();
            for (int task = 0; task < 4; task++) {
              if (!Double.isNaN(step.losses()[task])) {
                tasks.append(task);
              }
            }
            steps.add(tasks.toString());
          }
        };
    TaskData<Garden, GardenTask> data = data(true).mixing(TaskMixing.roundRobin());
    try (GardenTrainer trainer =
        GardenTrainer.plain().epochs(1).batchSize(90).listener(watch).build()) {
      trainer.fit(data);
    }
    assertThat(steps.get(0)).startsWith("1040 [3").endsWith(" 12");
    assertThat(steps.subList(1, 13))
        .containsExactly("0", "1", "2", "3", "0", "1", "2", "3", "0", "1", "2", "3");
  }

  /** A head whose set is not walked does not move, and its set takes no turn. */
  @Test
  void aTaskOfWeightZeroKeepsItsHead() {
    List<Integer> rows = new ArrayList<>();
    TrainingListener watch =
        new TrainingListener() {
          @Override
          public void stepEnded(StepReport step) {
            rows.add(step.rows());
          }
        };
    try (GardenTrainer none =
            GardenTrainer.plain().epochs(1).batchSize(10).learningRate(1e-30).build();
        GardenTrainer trainer =
            GardenTrainer.plain()
                .epochs(1)
                .batchSize(10)
                .lossWeight(GardenTask.family, 0)
                .listener(watch)
                .build()) {
      none.fit(data(false));
      trainer.fit(data(false));
      Map<String, float[]> before = Weights.of(none);
      Map<String, float[]> after = Weights.of(trainer);
      TreeSet<String> moved = new TreeSet<>();
      after.forEach(
          (path, values) -> {
            if (Math.abs(sum(values) - sum(before.get(path))) > 1e-20) {
              moved.add(path);
            }
          });
      assertThat(moved)
          .noneMatch(path -> path.startsWith("tasks.family"))
          .anyMatch(path -> path.startsWith("tasks.uses"))
          .anyMatch(path -> path.startsWith("trunk"));
      assertThat(rows.stream().mapToInt(Integer::intValue).sum()).isEqualTo(790);
    }
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  @Test
  void eachTaskIsEvaluatedOnItsOwnSet() {
    TaskData<Garden, GardenTask> apart = data(true);
    try (GardenTrainer trainer = GardenTrainer.plain().epochs(1).build()) {
      trainer.fit(data(false));
      Evaluation found = trainer.evaluate(apart);
      Evaluation tasty = trainer.evaluate(Dataset.of(only(0, Garden.grow(400, 11), false)));
      Evaluation uses = trainer.evaluate(Dataset.of(only(3, Garden.grow(90, 14), false)));
      assertThat(found.of(GardenTask.tasty).metrics())
          .isEqualTo(tasty.of(GardenTask.tasty).metrics());
      assertThat(found.of(GardenTask.uses).metrics()).isEqualTo(uses.of(GardenTask.uses).metrics());
      assertThat(found.of(GardenTask.uses).labels()).isEqualTo(90);
    }
  }

  @Test
  void validationMayBeApartWhereTrainingIsNot() {
    try (GardenTrainer trainer = GardenTrainer.plain().epochs(1).build()) {
      History history = trainer.fit(TEST, data(true));
      assertThat(history.last().validation()).contains(trainer.evaluate(data(true)));
    }
  }

  @Test
  void aTrainedTaskNeedsASet() {
    TaskData<Garden, GardenTask> three =
        TaskData.of(GardenTask.tasty, TEST).and(GardenTask.height, TEST).and(GardenTask.uses, TEST);
    try (GardenTrainer trainer = GardenTrainer.plain().epochs(1).build()) {
      assertThatThrownBy(() -> trainer.fit(three))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("has no label of task `family`")
          .hasMessageContaining("or loss weight 0 for the task");
    }
  }

  @Test
  void gradientsAreMixedInMixedBatchesAlone() {
    try (GardenTrainer trainer =
        GardenTrainer.plain().epochs(1).balancing(Balancing.pcGrad()).build()) {
      assertThatThrownBy(() -> trainer.fit(data(false)))
          .isInstanceOf(TrainingException.class)
          .hasMessage(
              "PCGrad mixes the gradients of several tasks in a batch. Found batches of one task"
                  + " each; expected TaskData.of(...).inMixedBatches(), or balancing with"
                  + " Balancing.fixedWeights().");
      assertThat(trainer.fit(data(false, true)).last().losses()).doesNotContain(Double.NaN);
    }
    try (GardenTrainer trainer =
        GardenTrainer.plain().epochs(1).balancing(Balancing.gradDrop()).build()) {
      assertThatThrownBy(() -> trainer.fit(data(false)))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("Found batches of one task each");
    }
  }

  /** A method whose weights follow from the losses of a step needs those of several tasks. */
  @Test
  void logarithmsOfLossesAreMixedInMixedBatchesAlone() {
    try (GardenTrainer trainer =
            GardenTrainer.plain().epochs(1).balancing(Balancing.famo()).build();
        GardenTrainer averaging =
            GardenTrainer.plain().epochs(1).balancing(Balancing.dynamicWeightAverage()).build()) {
      assertThatThrownBy(() -> trainer.fit(data(false)))
          .isInstanceOf(TrainingException.class)
          .hasMessageStartingWith("FAMO mixes the losses of several tasks in a batch.");
      assertThat(trainer.fit(data(false, true)).last().losses()).doesNotContain(Double.NaN);
      assertThat(averaging.fit(data(false)).last().losses()).doesNotContain(Double.NaN);
    }
  }
}
