package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.metric.Score;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.train.course.RunRates;
import dev.espalier.runtime.train.course.TaskStopping;
import dev.espalier.runtime.train.course.TrainedTasks;
import dev.espalier.runtime.train.option.BestWeights;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.train.rows.Resampling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a run needs of its options and rows; all of it is asked before anything is made for it. */
public final class RunRequirements {
  private RunRequirements() {}

  /**
   * Refuses options that no run could follow.
   *
   * @param info the description, parts as they are in this trainer
   */
  public static void requirePossible(List<Task> tasks, ModelInfo info, TrainingOptions options) {
    Resampling.of(tasks, options);
    double[] weights = options.lossWeights(tasks);
    TrainedTasks.require(tasks, weights, options.tasks(), options.schedule().epochs());
    TaskStopping.require(tasks, weights, options.tasks());
    RunRates.require(tasks, weights, options);
    scores(options).forEach(score -> score.over(tasks));
    requireThawing(options.parts().thawedAt(), options.schedule().epochs());
    if (options.running().goesBack() && options.running().checkpoints().isEmpty()) {
      throw new EspalierException(
          "NonFinite.goBack(...) goes back to a checkpoint, and this trainer writes none. Expected"
              + " builder().checkpoints(Checkpoints.in(folder)).");
    }
    BalancedTasks.require(tasks, info, options);
  }

  private static void requireThawing(Map<String, Integer> thawedAt, int epochs) {
    new TreeMap<>(thawedAt)
        .forEach(
            (part, epoch) -> {
              if (epoch > epochs) {
                throw new EspalierException(
                    "thawAt(%d, \"%s\") names an epoch that a run of %d does not come to. Expected one of these, a longer run with builder().epochs(%d), or frozen(\"%s\")."
                        .formatted(epoch, part, epochs, epoch, part));
              }
            });
  }

  /** What validations are judged by. */
  private static List<Score> scores(TrainingOptions options) {
    return Stream.concat(
            options.running().best().map(BestWeights::score).stream(),
            options.running().checkpoints().flatMap(Checkpoints::best).stream())
        .toList();
  }

  /** Refuses a validation set that tasks can't be judged by which are to be. */
  public static void requireJudgeable(
      Optional<EncodedRows> validation, List<Task> tasks, TrainingOptions options) {
    double[] weights = options.lossWeights(tasks);
    TaskStopping.require(tasks, options.trained(tasks), options.tasks(), validation);
    RunRates.require(tasks, weights, options, validation);
    if (options.running().looksAtValidation() && validation.isEmpty()) {
      throw new TrainingException(
          "Validations between steps, best weights and the best checkpoint look at a validation"
              + " set. Found none; expected fit(train, validation), or validation(share) of a"
              + " cross-validation.");
    }
    for (Score score : scores(options)) {
      for (int task : score.over(tasks).tasks()) {
        requireLabels(validation.orElseThrow(), tasks.get(task), task, score);
      }
    }
  }

  private static void requireLabels(EncodedRows rows, Task task, int index, Score score) {
    if (!rows.hasWeight(index)) {
      throw new DataException(
          "The validation set (%s, %d rows) has no label of task `%s`, which the score %s looks at. Expected at least one."
              .formatted(rows.name(), rows.size(), task.name(), score));
    }
  }

  /** Refuses what can't be trained on, before anything is made for it. */
  public static void requireTrainable(EncodedRows rows, List<Task> tasks, TrainingOptions options) {
    double[] weights = options.lossWeights(tasks);
    if (Arrays.stream(weights).noneMatch(weight -> weight > 0)) {
      throw new TrainingException("Every task has loss weight 0: there is nothing to train.");
    }
    Batches.requireOne(rows, options.schedule().batchSize());
    for (int task = 0; task < tasks.size(); task++) {
      if (weights[task] > 0 && rows.labels(task) == 0) {
        throw new DataException(
            "The training set (%s, %d rows) has no label of task `%s`. Expected at least one, or loss weight 0 for the task."
                .formatted(rows.name(), rows.size(), tasks.get(task).name()));
      }
      if (weights[task] > 0 && !rows.hasWeight(task)) {
        throw new DataException(
            "The training set (%s, %d rows) has labels of task `%s`, and the row weights of all of them are 0. Expected one above 0, or loss weight 0 for the task."
                .formatted(rows.name(), rows.size(), tasks.get(task).name()));
      }
    }
  }
}
