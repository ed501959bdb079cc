package dev.espalier.runtime.metric;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.model.TaskKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What evaluating a model on a data set found: loss and metrics of every task. Its text is a table.
 *
 * @param tasks in the order of the model's tasks
 */
public record Evaluation(List<TaskEvaluation> tasks) {

  /** Keeps a copy of the list. */
  public Evaluation {
    tasks = List.copyOf(tasks);
  }

  /**
   * What was found for a task.
   *
   * @throws EspalierException if the task is none of this model's
   */
  public TaskEvaluation of(TaskKey task) {
    for (TaskEvaluation evaluation : tasks) {
      if (evaluation.task().equals(task.name())) {
        return evaluation;
      }
    }
    throw new EspalierException(
        "No task '%s' was evaluated; the tasks are %s"
            .formatted(
                task.name(),
                tasks.stream().map(TaskEvaluation::task).collect(Collectors.joining(", "))));
  }

  /** A task's loss: the weighted mean over its labels; NaN when it had none. */
  public double loss(TaskKey task) {
    return of(task).loss();
  }

  /**
   * A metric of a task, such as {@code auc}; NaN where the labels define no value.
   *
   * @throws EspalierException if the task has no such metric; says which it has
   */
  public double metric(TaskKey task, String name) {
    return of(task).metric(name);
  }

  /**
   * For reports: by task {@code loss}, {@code labels} and the metrics by name. What is not a finite
   * number is left out, because JSON has no word for it.
   */
  public Map<String, Map<String, Number>> toMap() {
    Map<String, Map<String, Number>> report = new LinkedHashMap<>();
    for (TaskEvaluation task : tasks) {
      Map<String, Number> values = new LinkedHashMap<>();
      putFinite(values, "loss", task.loss());
      values.put("labels", task.labels());
      task.metrics().forEach((name, value) -> putFinite(values, name, value));
      report.put(task.task(), values);
    }
    return report;
  }

  /** A table with a line for each task, and one for each task's values by class. */
  @Override
  public String toString() {
    return EvaluationTable.of(this);
  }

  private static void putFinite(Map<String, Number> values, String name, double value) {
    if (Double.isFinite(value)) {
      values.put(name, value);
    }
  }
}
