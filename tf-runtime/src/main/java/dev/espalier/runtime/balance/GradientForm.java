package dev.espalier.runtime.balance;

/** What a method makes of a task's gradient before anything else: a multiple of it. */
public enum GradientForm {
  /** The gradient of the loss. */
  PLAIN,

  /** The gradient of the loss's logarithm: the gradient over the loss. */
  LOG_LOSS,

  /** The gradient at length 1, times the loss. */
  UNIT_TIMES_LOSS
}
