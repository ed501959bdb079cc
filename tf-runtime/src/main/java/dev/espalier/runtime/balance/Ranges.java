package dev.espalier.runtime.balance;

import dev.espalier.runtime.EspalierException;

/** The ranges of methods' settings. */
final class Ranges {
  private Ranges() {}

  static void requirePositive(String method, String setting, double value) {
    require(value > 0 && Double.isFinite(value), method, setting, "above 0", value);
  }

  static void requireNotNegative(String method, String setting, double value) {
    require(value >= 0 && Double.isFinite(value), method, setting, "at least 0", value);
  }

  static void requirePart(String method, String setting, double value) {
    require(value >= 0 && value <= 1, method, setting, "between 0 and 1", value);
  }

  static void requireShare(String method, String setting, double value) {
    require(value >= 0 && value < 1, method, setting, "at least 0 and below 1", value);
  }

  static void requireSize(String method, String setting, double value, double most) {
    String words =
        most == Float.MAX_VALUE ? "finite" : "between -%.0f and %.0f".formatted(most, most);
    require(Math.abs(value) <= most, method, setting, words, value);
  }

  private static void require(
      boolean holds, String method, String setting, String range, double value) {
    if (!holds) {
      throw new EspalierException(
          "The " + setting + " of " + method + " must be " + range + "; found " + value + ".");
    }
  }
}
