package dev.espalier.runtime.session;

import java.util.Map;
import java.util.Optional;

/** Whether weights are numbers that one can go on with. */
public final class FiniteValues {
  private FiniteValues() {}

  /** Whether all values are finite. */
  public static boolean allFinite(Map<String, float[]> values) {
    return firstNotFinite(values).isEmpty();
  }

  /** The path of the first array that holds something infinite or no number. */
  public static Optional<String> firstNotFinite(Map<String, float[]> values) {
    return values.entrySet().stream()
        .filter(entry -> !allFinite(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean allFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
