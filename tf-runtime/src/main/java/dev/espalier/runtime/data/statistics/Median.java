package dev.espalier.runtime.data.statistics;

/**
 * The exact median of floats without sorting them: two passes count them by the upper, then by the
 * lower half of their bits, which are in the order of the numbers.
 */
final class Median {
  private static final int HALF = 16;
  private static final int CELLS = 1 << HALF;

  private Median() {}

  /** The value of a row; NaN where there is none. */
  @FunctionalInterface
  interface Values {
    float at(int row);
  }

  /** The mean of the two values in the middle, which are one of an odd number. */
  static double of(int rows, Values values, int count) {
    if (count == 0) {
      return 0;
    }
    long[] cells = new long[CELLS];
    for (int row = 0; row < rows; row++) {
      float value = values.at(row);
      if (!Float.isNaN(value)) {
        cells[key(value) >>> HALF]++;
      }
    }
    double lower = ranked(rows, values, cells, (count - 1) / 2);
    return count % 2 == 1 ? lower : (lower + ranked(rows, values, cells, count / 2)) / 2;
  }

  private static double ranked(int rows, Values values, long[] cells, int rank) {
    long before = 0;
    int upper = 0;
    while (before + cells[upper] <= rank) {
      before += cells[upper++];
    }
    long[] inside = new long[CELLS];
    for (int row = 0; row < rows; row++) {
      float value = values.at(row);
      if (!Float.isNaN(value) && key(value) >>> HALF == upper) {
        inside[key(value) & (CELLS - 1)]++;
      }
    }
    int lower = 0;
    while (before + inside[lower] <= rank) {
      before += inside[lower++];
    }
    return value(upper << HALF | lower);
  }

  /** A float as an unsigned number in the same order. */
  private static int key(float value) {
    int bits = Float.floatToRawIntBits(value);
    return bits < 0 ? ~bits : bits | Integer.MIN_VALUE;
  }

  private static float value(int key) {
    return Float.intBitsToFloat(key < 0 ? key & Integer.MAX_VALUE : ~key);
  }
}
