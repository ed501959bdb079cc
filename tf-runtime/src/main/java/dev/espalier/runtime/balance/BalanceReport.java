package dev.espalier.runtime.balance;

import java.util.List;

/**
 * How the steps of an epoch balanced the tasks: means over those steps in which a task, or a pair
 * of tasks, took part; NaN where there was none.
 *
 * <p>Gradients are those with respect to the parameters that several tasks reach, of losses that
 * the user's weights have multiplied; in the form, and averaged, as the method wants them. MGDA on
 * the representation has those with respect to the representation instead. Methods that mix
 * gradients know them in every step; for all others {@link
 * dev.espalier.runtime.train.TrainerBuilder#reportGradients} says how often they are computed.
 *
 * @param weights by index of task, what its gradient was multiplied by in the steps of shared
 *     parameters: the user's weight times what a method made of it. NaN for a method that weighs
 *     elements and not tasks
 * @param samples the steps whose gradients are known
 * @param gradientNorms lengths of the tasks' gradients, by index
 * @param cosines of the angles between gradients of two tasks, symmetric; gradients of 0 left out
 * @param gains {@code gains[i][j]}: to first order, which part of task j's loss a step of plain
 *     descent along task i's gradient takes away, for each unit of learning rate: {@code g_i'g_j /
 *     L_j}. Losses of 0 or less left out
 */
public record BalanceReport(
    List<Double> weights,
    int samples,
    List<Double> gradientNorms,
    List<List<Double>> cosines,
    List<List<Double>> gains) {

  /** A report with lists that nobody changes. */
  public BalanceReport {
    weights = List.copyOf(weights);
    gradientNorms = List.copyOf(gradientNorms);
    cosines = cosines.stream().map(List::copyOf).toList();
    gains = gains.stream().map(List::copyOf).toList();
  }
}
