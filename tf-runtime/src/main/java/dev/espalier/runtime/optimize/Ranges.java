package dev.espalier.runtime.optimize;

import dev.espalier.runtime.EspalierException;

/**
 * The ranges of what optimizers and clippings are set to, in single precision, which is what
 * operations compute in.
 */
final class Ranges {
  private Ranges() {}

  static void requirePositive(String setting, double value) {
    require(
        (float) value > 0 && (float) value < Float.POSITIVE_INFINITY, setting, "above 0", value);
  }

  static void requireNotNegative(String setting, double value) {
    require(value >= 0 && (float) value < Float.POSITIVE_INFINITY, setting, "at least 0", value);
  }

  static void requirePart(String setting, double value) {
    require(value >= 0 && (float) value < 1, setting, "at least 0 and below 1", value);
  }

  /** That of clipped gradients. */
  static void requireBound(double bound) {
    if (!((float) bound > 0 && (float) bound < Float.POSITIVE_INFINITY)) {
      throw new EspalierException(
          "The bound of clipped gradients must be above 0; found " + bound + ".");
    }
  }

  private static void require(boolean holds, String setting, String range, double value) {
    if (!holds) {
      throw new EspalierException(
          "The optimizer's " + setting + " must be " + range + "; found " + value + ".");
    }
  }
}
