package dev.espalier.runtime.train.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.train.Garden;
import dev.espalier.runtime.train.GardenModel;
import dev.espalier.runtime.train.option.EarlyStopping;
import dev.espalier.runtime.train.option.TaskOptions;
import dev.espalier.runtime.train.run.TaskStop;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which head a task stops with, for any figures. */
class TaskStoppingTest {
  private static final List<Task> TASKS = Garden.INFO.tasks();
  private static final int HEIGHT = 2;

  private static ModelSession session() {
    GardenModel model = GardenModel.plain();
    RawColumns raw =
        RawColumns.read(Dataset.of(Garden.grow(20, 1)), model.codec(), model.info().needs());
    Preprocessing preprocessing = Preprocessing.fit(model.codec().info(), raw);
    return new ModelSession(model, model.info(), Optimizer.sgd(1), preprocessing, 1);
  }

  /** Every number of the model becomes this one. */
  private static void fill(ModelSession session, float value) {
    Map<String, float[]> values =
        new HashMap<>(session.plan().initialValues(GardenModel.plain().info(), 1));
    values.values().forEach(array -> Arrays.fill(array, value));
    session.assign(values);
  }

  private static Evaluation losses(double... ofTasks) {
    return new Evaluation(
        IntStream.range(0, 4)
            .mapToObj(
                task -> new TaskEvaluation(TASKS.get(task).name(), ofTasks[task], 1, Map.of()))
            .toList());
  }

  private static Evaluation height(double loss) {
    return losses(1, 1, loss, 1);
  }

  private static void assertHeads(ModelSession session, float height, float others) {
    session
        .values()
        .forEach(
            (path, values) ->
                assertThat(values)
                    .as(path)
                    .containsOnly(path.startsWith("tasks.height") ? height : others));
  }

  /** The head of epoch 1 has 1 everywhere, that of epoch 2 has 2. */
  @ParameterizedTest
  @CsvSource({
    "0.6, 0.7, false",
    "0.6, 0.6, false",
    "0.6, 0.55, true",
    "0.6, NaN, false",
    "NaN, 0.7, true",
  })
  void theBetterHeadOnTheTrunkAsItIs(double last, double restored, boolean expected) {
    TaskOptions options =
        new TaskOptions(List.of(), Map.of("height", EarlyStopping.patience(1)), Optional.empty());
    TrainedTasks trained = new TrainedTasks(TASKS, new double[] {1, 1, 1, 1}, options);
    try (ModelSession session = session()) {
      TaskStopping stopping = new TaskStopping(session, TASKS, trained, options);
      fill(session, 1);
      assertThat(stopping.judge(1, trained.in(1), Optional.of(height(0.5)), () -> height(9)))
          .isEmpty();
      fill(session, 2);
      List<TaskStop> stops =
          stopping.judge(
              2,
              trained.in(2),
              Optional.of(height(last)),
              () -> {
                assertHeads(session, 1, 2);
                return height(restored);
              });
      assertThat(stops).containsExactly(new TaskStop("height", 2, "loss", 0.5, 1, expected));
      assertHeads(session, expected ? 1 : 2, 2);
      BitSet left = trained.in(3);
      assertThat(left.get(HEIGHT)).isFalse();
      assertThat(left.cardinality()).isEqualTo(3);
    }
  }

  /** Nothing was ever a number: there is no best head to go back to. */
  @Test
  void withoutAnyFigureTheLastHeadStays() {
    TaskOptions options =
        new TaskOptions(List.of(), Map.of("height", EarlyStopping.patience(2)), Optional.empty());
    TrainedTasks trained = new TrainedTasks(TASKS, new double[] {1, 1, 1, 1}, options);
    try (ModelSession session = session()) {
      TaskStopping stopping = new TaskStopping(session, TASKS, trained, options);
      Evaluation none = height(Double.NaN);
      fill(session, 1);
      assertThat(stopping.judge(1, trained.in(1), Optional.of(none), () -> none)).isEmpty();
      fill(session, 2);
      TaskStop stop = stopping.judge(2, trained.in(2), Optional.of(none), () -> none).get(0);
      assertThat(stop.restored()).isFalse();
      assertThat(stop.best()).isNaN();
      assertThat(stop.bestEpoch()).isZero();
      assertHeads(session, 2, 2);
    }
  }
}
