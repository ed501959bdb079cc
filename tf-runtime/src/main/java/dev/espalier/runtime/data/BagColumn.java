package dev.espalier.runtime.data;

import java.util.Arrays;

/** Any number of codes in every row. A bag that is missing is one missing code. */
final class BagColumn {
  private int[] starts = new int[0];
  private int[] codes = new int[0];
  private int length;

  /** Makes room for a row, whose bag is missing; all rows before are closed. */
  void open(int row) {
    if (row + 1 >= starts.length) {
      starts = Arrays.copyOf(starts, Growth.length(starts.length, row + 2L));
    }
    length = starts[row];
    add(IntColumn.MISSING);
    starts[row + 1] = length;
  }

  /** Empties the row's bag, to be filled by {@link #add}. */
  void begin(int row) {
    length = starts[row];
    starts[row + 1] = length;
  }

  void add(int code) {
    if (length == codes.length) {
      codes = Arrays.copyOf(codes, Growth.length(codes.length, length + 1L));
    }
    codes[length++] = code;
  }

  void end(int row) {
    starts[row + 1] = length;
  }

  /** Where a row's codes begin; those of the row before end there. */
  int start(int row) {
    return starts[row];
  }

  int code(int position) {
    return codes[position];
  }

  /** Adds how often each code occurs. */
  void count(int rows, int[] counts) {
    for (int i = 0; i < starts[rows]; i++) {
      if (codes[i] != IntColumn.MISSING) {
        counts[codes[i]]++;
      }
    }
  }
}
