package dev.espalier.runtime.data.store;

import java.util.Arrays;
import java.util.Optional;

/**
 * Any number of codes in every row. A bag that is missing is one missing code. Kept in a file, all
 * but the codes of the last rows are there.
 */
public final class BagColumn {
  private final IntColumn ends;
  private final int window;
  private final Optional<SpillFile> file;
  private int[] codes = new int[0];
  private int first;
  private int length;

  /** A column without a row. */
  public BagColumn(Storage storage) {
    this.ends = new IntColumn(storage);
    this.window = storage.window(1);
    this.file = storage.scratch();
  }

  /** Makes room for a row, whose bag is missing; all rows before are closed. */
  public void open(int row) {
    length = start(row);
    if (length - first >= window) {
      file.orElseThrow().append(codes, length - first);
      first = length;
    }
    ends.open(row);
    add(IntColumn.MISSING);
    ends.set(row, length);
  }

  /** Empties the row's bag, to be filled by {@link #add}. */
  public void begin(int row) {
    length = start(row);
    ends.set(row, length);
  }

  /** Adds a code to the row that has begun. */
  public void add(int code) {
    if (length == Integer.MAX_VALUE) {
      Growth.length(length, length + 1L);
    }
    if (length - first == codes.length) {
      codes = Arrays.copyOf(codes, Growth.length(codes.length, length - first + 1L));
    }
    codes[length++ - first] = code;
  }

  /** The row has all its codes. */
  public void end(int row) {
    ends.set(row, length);
  }

  /** Where a row's codes begin; those of the row before end there. */
  public int start(int row) {
    return row == 0 ? 0 : ends.get(row - 1);
  }

  /** A code, counted over all rows; see {@link #start}. */
  public int code(int position) {
    return position >= first ? codes[position - first] : file.orElseThrow().getInt(position);
  }

  /** Adds how often each code occurs. */
  public void count(int rows, int[] counts) {
    int end = start(rows);
    for (int i = 0; i < end; i++) {
      int code = code(i);
      if (code != IntColumn.MISSING) {
        counts[code]++;
      }
    }
  }
}
