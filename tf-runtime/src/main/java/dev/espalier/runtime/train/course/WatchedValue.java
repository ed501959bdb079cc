package dev.espalier.runtime.train.course;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.Measure;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.optimize.RateSchedule.Watched;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The number that a schedule of the learning rate watches, where smaller is better.
 *
 * @param looked the tasks that it is made of, by index
 */
record WatchedValue(List<Task> tasks, double[] lossWeights, List<Integer> looked, Measure measure) {

  /**
   * What a schedule watches, if anything.
   *
   * @throws EspalierException when there is no such task, or it has no such metric
   */
  static Optional<WatchedValue> of(List<Task> tasks, double[] lossWeights, RateSchedule schedule) {
    return schedule.watched().map(watched -> of(tasks, lossWeights, watched));
  }

  private static WatchedValue of(List<Task> tasks, double[] lossWeights, Watched watched) {
    List<Integer> all = IntStream.range(0, tasks.size()).boxed().toList();
    List<Integer> looked =
        watched
            .task()
            .map(name -> all.stream().filter(i -> tasks.get(i).name().equals(name)).toList())
            .orElseGet(() -> all.stream().filter(i -> lossWeights[i] > 0).toList());
    if (watched.task().isPresent() && looked.isEmpty()) {
      throw new EspalierException(
          "The rate schedule watches task `%s`. Found no such task; the tasks are %s."
              .formatted(
                  watched.task().get(),
                  String.join(", ", tasks.stream().map(Task::name).toList())));
    }
    Measure measure =
        watched
            .metric()
            .map(name -> Measure.of(tasks.get(looked.get(0)), name))
            .orElseGet(Measure::loss);
    return new WatchedValue(tasks, lossWeights, looked, measure);
  }

  /**
   * Refuses a validation set that it can't be found on.
   *
   * @throws TrainingException when there is none
   * @throws DataException when it has no label of the only task that is looked at
   */
  void require(Optional<EncodedRows> validation) {
    EncodedRows rows =
        validation.orElseThrow(
            () ->
                new TrainingException(
                    ("The rate schedule watches %s on a validation set. Found none; expected"
                            + " fit(train, validation), or validation(share) of a cross-validation.")
                        .formatted(words())));
    if (looked.stream().noneMatch(rows::hasWeight)) {
      throw new DataException(
          "The validation set (%s, %d rows) has no label for %s, which the rate schedule watches. Expected at least one."
              .formatted(rows.name(), rows.size(), words()));
    }
  }

  private String words() {
    return looked.size() == 1
        ? "`" + measure.name() + "` of task `" + tasks.get(looked.get(0)).name() + "`"
        : "the losses of all tasks";
  }

  /** Its value: a task without labels adds nothing to a sum. */
  double in(Evaluation found) {
    if (looked.size() == 1) {
      double value = measure.of(found.tasks().get(looked.get(0)));
      return measure.lowerIsBetter() ? value : -value;
    }
    return looked.stream()
        .filter(task -> found.tasks().get(task).labels() > 0)
        .mapToDouble(task -> lossWeights[task] * found.tasks().get(task).loss())
        .sum();
  }
}
