package dev.espalier.runtime.balance;

/** What CAGrad divides its direction by, so that a larger {@code c} is no larger step. */
public enum CaGradRescale {
  /** 1. */
  UNSCALED,

  /** {@code 1 + c^2}. */
  ONE_PLUS_C_SQUARED,

  /** {@code 1 + c}. */
  ONE_PLUS_C;

  double divisor(double c) {
    return switch (this) {
      case UNSCALED -> 1;
      case ONE_PLUS_C_SQUARED -> 1 + c * c;
      case ONE_PLUS_C -> 1 + c;
    };
  }
}
