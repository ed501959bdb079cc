package dev.espalier.runtime.metric;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Task;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A number that a task is judged by: its loss, or one of its metrics, and which way is better.
 *
 * <p>Unless another is named a task is judged by the primary metric of its kind: {@code auc} of
 * binary and multi-label tasks, {@code accuracy} of classes, {@code mae} (in steps) of classes in
 * order, {@code rmse} of regressions, {@code iou} of boxes, {@code miou} of pixels, {@code
 * accuracy} of tokens, and {@code entityF1} where their classes are IOB tags.
 *
 * @param name as in reports: {@code loss}, {@code auc}, {@code f1[yes]}
 * @param lowerIsBetter whether a smaller value is a better one
 */
public record Measure(String name, boolean lowerIsBetter) {
  private static final String LOSS = "loss";

  /** A task's loss, without weights that a method or a user gives it. */
  public static Measure loss() {
    return new Measure(LOSS, true);
  }

  /** What a kind of task is judged by unless another metric is named. */
  public static Measure primary(Kind kind) {
    MetricRegistry.OfKind metrics = MetricRegistry.of(kind);
    return find(metrics, metrics.primary()).orElseThrow();
  }

  /**
   * The loss or a metric of a task by its name.
   *
   * @throws EspalierException if the task has none of that name; says which it has
   */
  public static Measure of(Task task, String name) {
    if (name.equals(LOSS)) {
      return loss();
    }
    return find(MetricRegistry.of(task.kind()), name)
        .orElseThrow(
            () ->
                new EspalierException(
                    "Task `%s` has no metric `%s`. Expected one of loss, %s."
                        .formatted(task.name(), name, String.join(", ", names(task.kind())))));
  }

  private static Set<String> names(Kind kind) {
    return TaskMetrics.of(kind).values().keySet();
  }

  private static Optional<Measure> find(MetricRegistry.OfKind metrics, String name) {
    return metrics.all().stream()
        .filter(metric -> reports(metric, name))
        .map(metric -> new Measure(name, metric.lowerIsBetter()))
        .findFirst();
  }

  private static boolean reports(Metric metric, String name) {
    Map<String, Double> values = new HashMap<>();
    metric.report(values);
    return values.containsKey(name);
  }

  /** Its value in an evaluation; NaN where the labels define none. */
  public double of(TaskEvaluation evaluation) {
    return name.equals(LOSS) ? evaluation.loss() : evaluation.metric(name);
  }

  /** By how much one value is better than another; negative where it is worse. */
  public double gain(double value, double over) {
    return lowerIsBetter ? over - value : value - over;
  }
}
