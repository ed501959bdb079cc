package dev.espalier.runtime.balance;

import java.util.List;

/**
 * A method that mixes the gradients of the tasks, which it sees through their inner products.
 *
 * <p>The shared parameters descend along {@code sum w_i g_i}. The gradients are those of losses
 * that the user's loss weights have multiplied already. Parameters that one task alone reaches are
 * none of a method's business: they get that task's own gradient.
 *
 * <p>What all methods do with the odd cases, unless their factory says otherwise:
 *
 * <ul>
 *   <li>A batch may lack tasks. A method mixes those that are there, as if there were no others;
 *       what it remembers, it remembers by the index of a task or of a pair of tasks.
 *   <li>One task alone gets weight 1, and nothing is learnt from it.
 *   <li>A gradient of 0 moves nothing under any weight. Methods that divide by its norm leave the
 *       task out and give it weight 0.
 *   <li>Where all gradients are 0, the weights are those of the plain sum (1) or mean (1 over the
 *       number of tasks), whichever the method is a refinement of.
 *   <li>Where no direction is left that helps (opposite gradients, dependent ones with 0 between
 *       them), the direction is 0, or the weights are the last ones; never infinite, never NaN.
 *   <li>Gradients are in single precision: directions whose squared length is below {@code 2^-23}
 *       of the longest, for each task, count as dependent where a matrix is inverted.
 *   <li>Scales between 1e-100 and 1e100 make no difference to a method beyond its own formula.
 * </ul>
 */
public non-sealed interface GradientBalancing extends Balancing {

  /** The beginning of a run. */
  Mixing start(Start run);

  /** Whose inner products {@link TaskGradients} has; and the direction is a mixture of the same. */
  default GradientForm form() {
    return GradientForm.PLAIN;
  }

  /** Whether gradients are averaged over steps; they aren't unless a method says so. */
  default boolean averages() {
    return false;
  }

  /**
   * How far the moving average of a task's gradients, which starts at 0, goes towards the gradient
   * of a step: {@code y = y + rate (g - y)}. 1, the default, is no average. Gradients are in {@link
   * #form()} before they are averaged, and the inner products are those of the averages. A task
   * that a batch lacks keeps its average, which that step does without.
   *
   * @param step of the run, from 1
   */
  default double averagingRate(long step) {
    return 1;
  }

  /**
   * What is known when a run begins.
   *
   * @param tasks how many there are
   * @param seed of what a method draws; equal seeds give equal weights
   */
  record Start(int tasks, long seed) {}

  /** The method's state during one run. */
  @FunctionalInterface
  interface Mixing {

    /** The weights of the batch's tasks, in the order of {@link TaskGradients#tasks()}. */
    double[] weights(TaskGradients gradients);

    /**
     * The arrays that hold all that is remembered from step to step, themselves and not copies: a
     * run that is gone on with puts numbers back into them. None unless a method says so.
     */
    default List<double[]> memory() {
      return List.of();
    }

    /** The same, which remembers in some arrays. */
    default Mixing remembering(double[]... arrays) {
      Mixing mixing = this;
      return new Mixing() {
        @Override
        public double[] weights(TaskGradients gradients) {
          return mixing.weights(gradients);
        }

        @Override
        public List<double[]> memory() {
          return List.of(arrays);
        }
      };
    }
  }
}
