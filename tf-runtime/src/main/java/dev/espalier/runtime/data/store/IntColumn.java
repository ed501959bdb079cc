package dev.espalier.runtime.data.store;

import java.util.Arrays;
import java.util.Optional;

/**
 * A code in every row; {@link #MISSING} where there is none. Kept in a file, all but the last rows
 * are there.
 */
public final class IntColumn {
  public static final int MISSING = -1;

  private final int window;
  private final Optional<SpillFile> file;
  private int[] values = new int[0];
  private int first;

  /** A column without a row. */
  public IntColumn(Storage storage) {
    this.window = storage.window(1);
    this.file = storage.scratch();
  }

  /** Makes room for a row, in which the code is missing. */
  public void open(int row) {
    if (row - first == window) {
      file.orElseThrow().append(values, window);
      first = row;
    }
    if (row - first >= values.length) {
      values = Arrays.copyOf(values, Growth.length(values.length, row - first + 1L));
    }
    values[row - first] = MISSING;
  }

  /** Sets the code of the row that was opened last. */
  public void set(int row, int value) {
    values[row - first] = value;
  }

  /** The value of a row, or {@link #MISSING}. */
  public int get(int row) {
    return row >= first ? values[row - first] : file.orElseThrow().getInt(row);
  }

  /** Adds how often each code occurs. */
  public void count(int rows, int[] counts) {
    for (int row = 0; row < rows; row++) {
      int code = get(row);
      if (code != MISSING) {
        counts[code]++;
      }
    }
  }
}
