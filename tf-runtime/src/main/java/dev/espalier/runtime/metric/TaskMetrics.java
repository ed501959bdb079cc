package dev.espalier.runtime.metric;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All metrics of one task, computed exactly over the batches that are added.
 *
 * <p>Binary tasks have {@code accuracy}, {@code precision}, {@code recall}, {@code f1} and {@code
 * auc}; multi-class tasks {@code accuracy}, {@code f1} (macro) and {@code f1[CLASS]}; multi-label
 * tasks {@code accuracy} (over all labels), {@code exactMatch}, {@code f1} (macro), {@code
 * f1[LABEL]} and {@code auc} (macro); regressions {@code mae}, {@code rmse} and {@code r2}, in the
 * label's unit and as the mean over elements; classes in order {@code accuracy}, {@code mae} in
 * steps and {@code kappa}; boxes {@code iou} and {@code mae}; classes of tokens {@code accuracy},
 * {@code f1}, {@code f1[CLASS]} and, where classes are IOB tags, {@code entityF1}; classes of
 * pixels {@code pixelAccuracy}, {@code miou} and {@code iou[CLASS]}.
 *
 * <p>Values that the rows don't define are NaN; see the package. If an output that counts is NaN,
 * every metric is. Not for several threads at once.
 */
public final class TaskMetrics {
  private final List<Metric> metrics;
  private final int outputWidth;
  private final int labelWidth;
  private final int weightWidth;
  private long labels;
  private boolean sound = true;

  private TaskMetrics(Kind kind) {
    this.metrics = MetricRegistry.of(kind).all();
    this.outputWidth = kind.outputWidth();
    this.labelWidth = kind.labelWidth();
    this.weightWidth = kind.weightWidth();
  }

  /** Metrics without any rows yet. */
  public static TaskMetrics of(Kind kind) {
    return new TaskMetrics(kind);
  }

  /**
   * Adds rows; the arrays are row-major, may be longer than needed and are not kept.
   *
   * @param outputs as heads give them: probabilities of yes {@code [rows]}, probabilities (or
   *     logits) of classes {@code [rows, classes]}, probabilities of labels {@code [rows, labels]},
   *     or values in the label's own unit {@code [rows, length]}
   * @param rowLabels 0 or 1 {@code [rows]}, the class's index {@code [rows]}, 0 or 1 {@code [rows,
   *     labels]}, or values in the label's own unit, not standardized, {@code [rows, length]}; NaN
   *     is not there
   * @param weights the row's weight {@code [rows]}, for a regression that of each element {@code
   *     [rows, length]}; 0 is not there
   * @param rows how many
   * @throws DataException if an array is too short or a class is none of the task's
   */
  public void add(float[] outputs, float[] rowLabels, float[] weights, int rows) {
    checkLength("outputs", outputs, rows, outputWidth);
    checkLength("labels", rowLabels, rows, labelWidth);
    checkLength("weights", weights, rows, weightWidth);
    count(outputs, rowLabels, weights, rows);
    if (sound) {
      LabelledRows batch = new LabelledRows(rows, outputs, rowLabels, weights);
      for (Metric metric : metrics) {
        metric.add(batch);
      }
    }
  }

  /** How many labels counted: rows, for a regression to several values its elements. */
  public long labels() {
    return labels;
  }

  /** The values by name, in the order of reports. */
  public Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      metric.report(values);
    }
    if (!sound) {
      values.replaceAll((name, value) -> Double.NaN);
    }
    return values;
  }

  /** Counts labels and notes outputs that are no numbers. */
  private void count(float[] outputs, float[] rowLabels, float[] weights, int rows) {
    int labelsEach = labelWidth / weightWidth;
    int outputsEach = outputWidth / weightWidth;
    for (int i = 0; i < rows * weightWidth; i++) {
      if (weights[i] > 0 && anyNumber(rowLabels, i * labelsEach, labelsEach)) {
        labels++;
        sound &= allNumbers(outputs, i * outputsEach, outputsEach);
      }
    }
  }

  private static boolean anyNumber(float[] values, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (!Float.isNaN(values[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean allNumbers(float[] values, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (Float.isNaN(values[i])) {
        return false;
      }
    }
    return true;
  }

  private static void checkLength(String what, float[] values, int rows, int width) {
    if (values.length < (long) rows * width) {
      throw new DataException(
          "Metrics were given %d %s; expected at least %d, for %d rows of %d"
              .formatted(values.length, what, (long) rows * width, rows, width));
    }
  }
}
