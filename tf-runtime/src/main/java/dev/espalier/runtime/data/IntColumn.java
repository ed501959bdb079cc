package dev.espalier.runtime.data;

import java.util.Arrays;

/** A code in every row; {@link #MISSING} where there is none. */
final class IntColumn {
  static final int MISSING = -1;

  private int[] values = new int[0];

  /** Makes room for a row, in which the code is missing. */
  void open(int row) {
    if (row >= values.length) {
      values = Arrays.copyOf(values, Growth.length(values.length, row + 1L));
    }
    values[row] = MISSING;
  }

  void set(int row, int value) {
    values[row] = value;
  }

  int get(int row) {
    return values[row];
  }

  /** Adds how often each code occurs. */
  void count(int rows, int[] counts) {
    for (int row = 0; row < rows; row++) {
      if (values[row] != MISSING) {
        counts[values[row]]++;
      }
    }
  }
}
