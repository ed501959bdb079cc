package dev.espalier.dsl;

/** What {@link CaGrad} divides its direction by, so that a larger {@code c} is no larger step. */
public enum CaGradRescale {
  /** 1. */
  UNSCALED,

  /** {@code 1 + c^2}. */
  ONE_PLUS_C_SQUARED,

  /** {@code 1 + c}. */
  ONE_PLUS_C
}
