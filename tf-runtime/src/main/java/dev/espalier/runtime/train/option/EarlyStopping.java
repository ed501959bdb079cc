package dev.espalier.runtime.train.option;

import dev.espalier.runtime.range.Parameters;
import java.util.Optional;

/**
 * When a task has learnt enough: {@code builder().earlyStopping(CensusTask.married,
 * EarlyStopping.patience(3).on("accuracy"))}.
 *
 * <p>After each epoch the task is judged on the validation set, by its loss there or by a metric.
 * When so many epochs have brought nothing better, it stops: its loss leaves the objective, what it
 * alone reaches (its head) is frozen, its set of {@link dev.espalier.runtime.data.TaskData} takes
 * no turn any more, and the other tasks go on. The run ends when no task is left.
 *
 * <p>The head that the task stops with is the better of two on the validation set, both on the
 * shared parameters as they are then: that of its best epoch, which is kept, and that of the last
 * epoch. (Shared parameters have gone on since the best epoch, and go on for the others; a head
 * fits those it was learnt on.) A task that is still learning when the run ends keeps the head of
 * the last epoch.
 *
 * @param patience epochs without anything better, at least 1
 * @param metric what is looked at; the loss unless said
 * @param leastGain what a value has to be better by to count as better, at least 0
 */
public record EarlyStopping(int patience, Optional<String> metric, double leastGain) {

  /** Stops after so many epochs in a row without a smaller loss, at least 1. */
  public static EarlyStopping patience(int epochs) {
    Parameters.require(epochs >= 1, "patience", "at least 1", epochs);
    return new EarlyStopping(epochs, Optional.empty(), 0);
  }

  /** The same by a metric of the task, such as {@code auc}; which way is better it knows. */
  public EarlyStopping on(String newMetric) {
    return new EarlyStopping(patience, Optional.of(newMetric), leastGain);
  }

  /** The same with a value counting as better from so much on, at least 0; 0 unless said. */
  public EarlyStopping gainingAtLeast(double gain) {
    Parameters.require(gain >= 0 && Double.isFinite(gain), "gainingAtLeast", "at least 0", gain);
    return new EarlyStopping(patience, metric, gain);
  }
}
