package dev.espalier.runtime.optimize;

import dev.espalier.runtime.EspalierException;

/** The ranges of schedules' settings. */
final class ScheduleRanges {
  private ScheduleRanges() {}

  static void requireLeast(double least) {
    require(least >= 0 && least < 1, "least factor", "at least 0 and below 1", least);
  }

  static void requireFactor(double factor) {
    require(factor > 0 && factor <= 1, "factor", "above 0 and at most 1", factor);
  }

  static void require(boolean holds, String setting, String range, Object found) {
    if (!holds) {
      throw new EspalierException(
          "The schedule's %s must be %s; found %s.".formatted(setting, range, found));
    }
  }
}
