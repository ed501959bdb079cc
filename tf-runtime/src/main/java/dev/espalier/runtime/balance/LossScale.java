package dev.espalier.runtime.balance;

/** What the weights of a {@link LogObjective} are multiples of. */
public enum LossScale {
  /** The number of tasks that have a share: shares of the logarithms' gradients. */
  TASK_COUNT,

  /** The geometric mean of the losses. */
  GEOMETRIC_MEAN,

  /** The harmonic mean of the losses: the weights sum to 1. */
  HARMONIC_MEAN
}
