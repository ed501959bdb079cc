package dev.espalier.runtime.train.run;

import dev.espalier.runtime.metric.Evaluation;
import java.nio.file.Path;
import java.util.List;

/**
 * Is told what happens in a run, on the thread that trains.
 *
 * <p>It may evaluate, predict, save, stop and close the trainer, and start no other run. What it
 * throws ends the run as a failure: listeners that come after it are not told of that moment, no
 * checkpoint is written, and all are told by {@link #runFailed}; the model has the weights of the
 * last step.
 *
 * <p>The order is: run started, perhaps resumed; in each epoch: started, steps, validation, epoch
 * ended, checkpoint; run ended, or failed. Validations and checkpoints may come between steps too,
 * and a run may go back.
 */
public interface TrainingListener {

  /** A run begins. */
  default void runStarted(RunStart run) {}

  /**
   * The run goes on with one that was left before; comes after {@link #runStarted}.
   *
   * @param resumed where it was
   */
  default void runResumed(RunResumed resumed) {}

  /**
   * The run has gone back to a checkpoint, see {@link
   * dev.espalier.runtime.train.option.NonFinite#goBack}: what was told of later steps and epochs
   * holds no more.
   *
   * @param place from which it goes on
   */
  default void runWentBack(RunResumed place) {}

  /**
   * An epoch begins, or goes on.
   *
   * @param epoch from 1
   */
  default void epochStarted(int epoch) {}

  /** A step has ended. */
  default void stepEnded(StepReport step) {}

  /** An epoch and its validation have ended; some tasks may have stopped. */
  default void epochEnded(EpochReport epoch) {}

  /**
   * A step could not be taken, because something is no finite number; nothing was changed by it.
   */
  default void stepNotFinite(NonFiniteReport step) {}

  /** The model was evaluated on the validation set. */
  default void validationEnded(ValidationReport validation) {}

  /** A checkpoint was written. */
  default void checkpointWritten(CheckpointReport checkpoint) {}

  /**
   * The run has ended, early or after all epochs: {@link History#end} says which. A run that fails
   * or is closed does not come here.
   */
  default void runEnded(History history) {}

  /**
   * The run has failed, or its trainer was closed. What a listener throws here is added to the
   * failure.
   */
  default void runFailed(RuntimeException failure) {}

  /**
   * Where a run goes on.
   *
   * @param epoch that is under way or to come, from 1
   * @param step of this epoch that was the last; 0 for none
   * @param steps of the run that were taken
   * @param epochs reports of those that have ended
   */
  record RunResumed(int epoch, int step, long steps, List<EpochReport> epochs) {
    /** A place with a list that nobody changes. */
    public RunResumed {
      epochs = List.copyOf(epochs);
    }
  }

  /**
   * What a validation found.
   *
   * @param epoch in which, or after which, it was, from 1
   * @param step of the epoch that was the last
   * @param steps of the run that were taken
   * @param evaluation on the validation set
   */
  record ValidationReport(int epoch, int step, long steps, Evaluation evaluation) {}

  /**
   * A checkpoint.
   *
   * @param file that holds it
   * @param epoch that a run goes on with from it, from 1
   * @param steps of the run that were taken
   */
  record CheckpointReport(Path file, int epoch, long steps) {}

  /**
   * What is known when a run begins.
   *
   * @param model its name
   * @param tasks names of the tasks, by index
   * @param labels how many labels each task has in the training set
   * @param rows of the training set
   * @param epochs of the run
   * @param stepsPerEpoch batches of an epoch in which all tasks are trained
   * @param parameters how many numbers are learnt
   * @param view what can be looked at until the run ends
   */
  record RunStart(
      String model,
      List<String> tasks,
      List<Integer> labels,
      int rows,
      int epochs,
      int stepsPerEpoch,
      long parameters,
      RunView view) {}

  /**
   * What a step found.
   *
   * @param epoch from 1
   * @param step of the epoch, from 1
   * @param stepsPerEpoch batches of an epoch
   * @param rows of the batch
   * @param losses mean loss of each task in the batch, by index; NaN for a task without labels
   *     there
   * @param learningRate of the step, before a part's own factor
   * @param examplesPerSecond since the epoch began
   */
  record StepReport(
      int epoch,
      int step,
      int stepsPerEpoch,
      int rows,
      double[] losses,
      double learningRate,
      double examplesPerSecond) {}
}
