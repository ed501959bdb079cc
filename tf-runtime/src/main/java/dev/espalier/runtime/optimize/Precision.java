package dev.espalier.runtime.optimize;

/**
 * The numbers that a trainer's networks compute in. Weights, what the optimizer keeps and losses
 * are in single precision whatever it is, and so is every model that is saved: while a trainer
 * lives its evaluations and predictions are computed as its steps are, by a {@code Predictor} they
 * are not.
 */
public enum Precision {
  /** Single precision throughout; the default. */
  FLOAT32,

  /**
   * Products and convolutions in bfloat16 on the CPU, as oneDNN has them: single precision's range
   * with 8 bits of mantissa. Processors that have no such instructions are said so in the log, and
   * are slower with it. Steps are about a third shorter in convolutional networks, hardly in small
   * dense ones.
   */
  BFLOAT16,

  /**
   * Products and convolutions in half precision on the GPU. Gradients below its range would be 0,
   * so losses are multiplied by a scale and gradients divided by it: it doubles after 2000 steps
   * whose gradients are finite, and halves after one whose are not, which updates nothing
   * (Micikevicius et al., <em>Mixed Precision Training</em>, ICLR 2018, and TensorFlow's dynamic
   * loss scale). On a CPU all but the scale stays in single precision.
   */
  FLOAT16
}
