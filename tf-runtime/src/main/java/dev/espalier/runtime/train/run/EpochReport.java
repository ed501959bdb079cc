package dev.espalier.runtime.train.run;

import dev.espalier.runtime.balance.BalanceReport;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.TaskKey;
import java.util.List;
import java.util.Optional;

/**
 * What an epoch found.
 *
 * @param epoch from 1
 * @param losses mean training loss of each task over the labels of the epoch, by index, while
 *     weights were changing; NaN for a task without labels, and for one that was not trained in
 *     batches of its own
 * @param balance the tasks' weights and, where known, how their gradients stand to each other
 * @param validation on the validation set after the epoch, if there is one
 * @param stopped tasks that stopped after this epoch, see {@link
 *     dev.espalier.runtime.train.option.EarlyStopping}
 * @param rows that were trained on
 * @param examplesPerSecond rows over the time of training, input pipeline included and validation
 *     left out
 * @param stepMillis mean time of a step, in milliseconds
 * @param learningRate of the last step, before a part's own factor
 * @param validationSeconds time of the validation; 0 without one
 */
public record EpochReport(
    int epoch,
    List<Double> losses,
    BalanceReport balance,
    Optional<Evaluation> validation,
    List<TaskStop> stopped,
    int rows,
    double examplesPerSecond,
    double stepMillis,
    double learningRate,
    double validationSeconds) {

  /** A report with lists that nobody changes. */
  public EpochReport {
    losses = List.copyOf(losses);
    stopped = List.copyOf(stopped);
  }

  /** A task's mean training loss. */
  public double loss(TaskKey task) {
    return losses.get(task.ordinal());
  }
}
