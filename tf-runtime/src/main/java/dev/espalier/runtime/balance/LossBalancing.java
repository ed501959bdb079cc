package dev.espalier.runtime.balance;

/** A method that weighs the losses of tasks. */
public non-sealed interface LossBalancing extends Balancing {

  /**
   * The beginning of a run.
   *
   * @param lossWeights the weights that the tasks were given, by index of task
   */
  Weighing start(double[] lossWeights);

  /** The method's state during one run. */
  interface Weighing {

    /**
     * The factors of the tasks' mean losses in the objective, by index of task; not to be changed
     * by the caller.
     *
     * @param step of the run, from 1
     */
    double[] weights(long step);
  }
}
