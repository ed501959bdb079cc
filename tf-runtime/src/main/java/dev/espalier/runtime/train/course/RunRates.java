package dev.espalier.runtime.train.course;

import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.optimize.RunLength;
import dev.espalier.runtime.step.LearningRates;
import dev.espalier.runtime.train.option.TrainingOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The courses that the learning rates of a run take: the run's, and those of parts of the model.
 */
public final class RunRates implements Resumable {
  private static final String PARTS = "parts";

  private final ScheduleCourse usual;
  private final Map<String, ScheduleCourse> byPart = new LinkedHashMap<>();

  /**
   * Those of a run, at its beginning.
   *
   * @param lossWeights the tasks' factors in the objective, by index
   */
  public RunRates(TrainingOptions options, RunLength run, List<Task> tasks, double[] lossWeights) {
    this.usual = new ScheduleCourse(options.schedule().rateSchedule(), run, tasks, lossWeights);
    new TreeMap<>(options.parts().rateSchedules())
        .forEach(
            (part, schedule) ->
                byPart.put(part, new ScheduleCourse(schedule, run, tasks, lossWeights)));
  }

  /**
   * Refuses schedules that watch what there is not.
   *
   * @throws dev.espalier.runtime.EspalierException when there is no such task, or it has no such
   *     metric
   */
  public static void require(List<Task> tasks, double[] lossWeights, TrainingOptions options) {
    schedules(options).forEach(each -> WatchedValue.of(tasks, lossWeights, each));
  }

  /**
   * Refuses a validation set on which schedules can't watch what they watch.
   *
   * @throws dev.espalier.runtime.EspalierException when there is none, or no label for it
   */
  public static void require(
      List<Task> tasks,
      double[] lossWeights,
      TrainingOptions options,
      Optional<EncodedRows> validation) {
    schedules(options)
        .flatMap(each -> WatchedValue.of(tasks, lossWeights, each).stream())
        .forEach(watched -> watched.require(validation));
  }

  private static Stream<RateSchedule> schedules(TrainingOptions options) {
    return Stream.concat(
        Stream.of(options.schedule().rateSchedule()),
        options.parts().rateSchedules().values().stream());
  }

  /**
   * The rates of a step.
   *
   * @param step of the run, from 1
   * @param whole what factors are of
   */
  public LearningRates at(long step, double whole) {
    Map<String, Double> rates = new LinkedHashMap<>();
    byPart.forEach((part, course) -> rates.put(part, whole * course.factor(step)));
    return new LearningRates(whole * usual.factor(step), rates);
  }

  /** A validation has ended. */
  public void validated(Evaluation found) {
    usual.validated(found);
    byPart.values().forEach(course -> course.validated(found));
  }

  @Override
  public void keep(RunState to) {
    usual.keep(to);
    to.put(PARTS, parts -> byPart.forEach(parts::put));
  }

  @Override
  public void resume(RunState from) {
    usual.resume(from);
    byPart.forEach((part, course) -> course.resume(from.part(PARTS).part(part)));
  }
}
