package dev.espalier.runtime.train;

import java.util.List;

/**
 * Is told what happens in a run, on the thread that trains.
 *
 * <p>It may evaluate, predict, save and close the trainer, and start no other run. What it throws
 * ends the run.
 */
public interface TrainingListener {

  /** A run begins. */
  default void runStarted(RunStart run) {}

  /** A step has ended. */
  default void stepEnded(StepReport step) {}

  /** An epoch and its validation have ended; some tasks may have stopped. */
  default void epochEnded(EpochReport epoch) {}

  /** All epochs have ended; a run that fails or is closed does not come here. */
  default void runEnded(History history) {}

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
