package dev.espalier.runtime.balance;

import dev.espalier.runtime.EspalierException;

/**
 * What a step knows of the tasks' gradients.
 *
 * @param step of the run, from 1
 * @param epoch of the run, from 1
 * @param tasks the indices of the tasks that are in this batch, ascending
 * @param losses of these tasks, times the user's loss weights
 * @param gram the inner products of their gradients with respect to the shared parameters
 */
public record TaskGradients(long step, int epoch, int[] tasks, double[] losses, Gram gram) {
  public TaskGradients {
    if (tasks.length != gram.size() || losses.length != gram.size()) {
      throw new EspalierException(
          "Tasks, losses and gradients must be as many; found %d, %d and %d."
              .formatted(tasks.length, losses.length, gram.size()));
    }
  }
}
