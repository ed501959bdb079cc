package dev.espalier.runtime.balance;

import dev.espalier.dsl.Certainty;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A method that weighs the losses of tasks.
 *
 * <p>The losses that a method sees are the mean losses of a batch, times the user's loss weights;
 * its weights multiply these. A step stays one run, and the weights hold for all parameters, those
 * of one task alone too.
 *
 * <p>What all methods do with the odd cases, unless their annotation says otherwise:
 *
 * <ul>
 *   <li>A batch may lack tasks. A method that knows its weights before a step has some for all
 *       tasks that are trained, and those which a batch lacks go unused; one whose weights follow
 *       from the step's losses weighs the tasks that are there, as if there were no others. What a
 *       method remembers, it remembers by the index of a task.
 *   <li>Tasks of loss weight 0 take no part.
 *   <li>What a method learns begins anew with every run. A step that fails teaches nothing.
 *   <li>Weights are finite for all finite losses.
 * </ul>
 */
public non-sealed interface LossBalancing extends Balancing {

  /** The beginning of a run. */
  Weighing start(Beginning run);

  /**
   * The form of an objective that is made of the losses' logarithms, whose weights follow from the
   * losses of the step itself; empty where weights are known before it.
   */
  default Optional<LogObjective> logarithms() {
    return Optional.empty();
  }

  /** What a step measures of its predictions, beside the losses. */
  default Optional<Certainty> certainty() {
    return Optional.empty();
  }

  /**
   * Whether a step looks at its batch again once parameters are updated, which costs a forward
   * pass.
   */
  default boolean looksAgain() {
    return false;
  }

  /** The length that the gradient of shared parameters is clipped to; 0 is no clipping. */
  default double maxNorm() {
    return 0;
  }

  /**
   * What is known when a run begins.
   *
   * @param tasks all of the model's, by index
   * @param epochs of the run
   * @param seed of what a method draws; equal seeds give equal weights
   */
  record Beginning(List<WeighedTask> tasks, int epochs, long seed) {
    /** A beginning whose list nobody changes. */
    public Beginning {
      tasks = List.copyOf(tasks);
    }

    /** The indices of the tasks that are trained, ascending. */
    public int[] trained() {
      return IntStream.range(0, tasks.size()).filter(i -> tasks.get(i).trained()).toArray();
    }
  }

  /**
   * A task.
   *
   * @param name that of its label
   * @param regression whether it predicts numbers, and not probabilities
   * @param trained whether its loss weight is above 0
   */
  record WeighedTask(String name, boolean regression, boolean trained) {}

  /** The method's state during one run. */
  @FunctionalInterface
  interface Weighing {

    /**
     * The weights of a batch's tasks; for a method with a {@link LogObjective} the logits of its
     * shares.
     *
     * @param step of the run, from 1
     * @param tasks the indices of the tasks that are in this batch, ascending
     * @return as many, in their order
     */
    double[] weights(long step, int[] tasks);

    /**
     * The arrays that hold all that is remembered from step to step, themselves and not copies: a
     * run that is gone on with puts numbers back into them. None unless a method says so; one that
     * follows from settings, seed and step alone remembers nothing.
     */
    default List<double[]> memory() {
      return List.of();
    }

    /** The power of the losses in the shares of a {@link LogObjective}. */
    default double power() {
      return 0;
    }

    /** A step has been taken. */
    default void stepped(StepLosses found) {}

    /**
     * An epoch has been trained.
     *
     * @param epoch from 1
     * @param losses of all tasks, times their loss weights: means over the epoch, while parameters
     *     were changing; NaN for a task without labels
     */
    default void epochEnded(int epoch, double[] losses) {}
  }

  /**
   * What a step found.
   *
   * @param tasks the indices of the tasks that took part, ascending
   * @param losses of these tasks, times their loss weights
   * @param after the same once parameters were updated; none unless the method looks again
   * @param certainty of their predictions, NaN for regressions; none unless the method asks for it
   */
  record StepLosses(int[] tasks, double[] losses, double[] after, double[] certainty) {}
}
