package dev.espalier.runtime.metric;

import java.util.List;
import java.util.Optional;

/**
 * How one task's predictions on a data set stand to its labels: what a report draws.
 *
 * <p>Its memory depends on the task and not on the rows: 64 KB for each label or class that has
 * curves, 8 bytes for each pair of classes.
 *
 * @param task the task's name
 * @param confusion of classes, of yes and no, and of classes of tokens and pixels; none for other
 *     tasks, and for more than {@value #MOST_CLASSES} classes
 * @param scores yes or no: one; several labels, or classes each against all others: one for each,
 *     if there are not more than {@value #MOST_CURVES}; else none
 * @param values of a regression: one for each element, if there are not more than {@value
 *     #MOST_CURVES}; else none
 */
public record TaskOutcomes(
    String task,
    Optional<ConfusionMatrix> confusion,
    List<ScoreCurves> scores,
    List<ValueCurve> values) {
  /** Classes up to which a confusion matrix is kept. */
  public static final int MOST_CLASSES = 200;

  /** Labels, classes or elements up to which curves are kept. */
  public static final int MOST_CURVES = 20;

  /** Keeps copies of the lists. */
  public TaskOutcomes {
    scores = List.copyOf(scores);
    values = List.copyOf(values);
  }
}
