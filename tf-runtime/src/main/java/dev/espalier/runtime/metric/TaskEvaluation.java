package dev.espalier.runtime.metric;

import dev.espalier.runtime.EspalierException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an evaluation found for one task.
 *
 * @param task the task's name, which is that of its label
 * @param loss the weighted mean of the losses of its labels; NaN when it had none
 * @param labels how many labels counted
 * @param metrics by name, in the order of reports; NaN where the labels define no value
 */
public record TaskEvaluation(String task, double loss, long labels, Map<String, Double> metrics) {

  /** Keeps a copy of the metrics. */
  public TaskEvaluation {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /** The same from metrics that have seen all rows. */
  public static TaskEvaluation of(String task, double loss, TaskMetrics metrics) {
    return new TaskEvaluation(task, loss, metrics.labels(), metrics.values());
  }

  /**
   * A metric by its name.
   *
   * @throws EspalierException if the task has none of that name; says which it has
   */
  public double metric(String name) {
    Double value = metrics.get(name);
    if (value == null) {
      throw new EspalierException(
          "Task `%s` has no metric `%s`. Expected one of %s."
              .formatted(task, name, String.join(", ", metrics.keySet())));
    }
    return value;
  }
}
