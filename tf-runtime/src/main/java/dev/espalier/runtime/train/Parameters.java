package dev.espalier.runtime.train;

import dev.espalier.runtime.EspalierException;

/** What setters say to values outside their range. */
final class Parameters {
  private Parameters() {}

  static void require(boolean holds, String name, String range, Object found) {
    if (!holds) {
      throw new EspalierException(
          "Parameter `%s` should be %s. Found `%s = %s`.".formatted(name, range, name, found));
    }
  }
}
