package dev.espalier.runtime.range;

import dev.espalier.runtime.EspalierException;

/** What setters say to values outside their range. */
public final class Parameters {
  private Parameters() {}

  /**
   * Refuses a value outside its range.
   *
   * @param holds whether it is inside
   * @param name of the setting, as the user types it
   * @param range in words: {@code at least 1}
   * @param found the value
   * @throws EspalierException says all of it
   */
  public static void require(boolean holds, String name, String range, Object found) {
    if (!holds) {
      throw new EspalierException(
          "Parameter `%s` should be %s. Found `%s = %s`.".formatted(name, range, name, found));
    }
  }
}
