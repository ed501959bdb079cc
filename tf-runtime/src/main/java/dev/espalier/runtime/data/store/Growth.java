package dev.espalier.runtime.data.store;

import dev.espalier.runtime.DataException;

/** How long a growing array becomes. */
public final class Growth {
  private static final int FIRST = 16;
  // Some virtual machines keep a few words of an array for themselves.
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private Growth() {}

  /** A length of at least {@code needed}, twice the present one where that is possible. */
  static int length(int present, long needed) {
    if (needed > LONGEST) {
      throw new DataException(
          "found " + needed + " values in one column, expected at most " + LONGEST);
    }
    return (int) Math.min(LONGEST, Math.max(needed, Math.max(FIRST, 2L * present)));
  }

  /** The length of a matrix in one array. */
  public static int exact(int rows, int width) {
    long length = (long) rows * width;
    if (length > LONGEST) {
      throw new DataException(
          "found %d rows of %d values, expected at most %d values in all"
              .formatted(rows, width, LONGEST));
    }
    return (int) length;
  }
}
