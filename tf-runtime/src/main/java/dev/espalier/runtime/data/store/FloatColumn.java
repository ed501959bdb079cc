package dev.espalier.runtime.data.store;

import java.util.Arrays;
import java.util.Optional;

/**
 * Numbers, of a fixed count in every row; NaN is missing. Kept in a file, all but the last rows are
 * there.
 */
public final class FloatColumn {
  private final int width;
  private final int window;
  private final Optional<SpillFile> file;
  private float[] values = new float[0];
  private int first;

  /** A column without a row, of so many elements a row. */
  public FloatColumn(int width, Storage storage) {
    this.width = width;
    this.window = storage.window(width);
    this.file = storage.scratch();
  }

  /** Elements of a row. */
  public int width() {
    return width;
  }

  /** Makes room for a row, in which all is missing. */
  public void open(int row) {
    if (row - first == window) {
      file.orElseThrow().append(values, window * width);
      first = row;
    }
    int start = (row - first) * width;
    long end = (row - first + 1L) * width;
    if (end > values.length) {
      values = Arrays.copyOf(values, Growth.length(values.length, end));
    }
    Arrays.fill(values, start, (int) end, Float.NaN);
  }

  /** Sets an element of the row that was opened last. */
  public void set(int row, int element, float value) {
    values[(row - first) * width + element] = value;
  }

  /** Sets all elements of the row that was opened last. */
  public void set(int row, float[] elements) {
    System.arraycopy(elements, 0, values, (row - first) * width, width);
  }

  /** An element of a row; NaN where it is missing. */
  public float get(int row, int element) {
    return row >= first
        ? values[(row - first) * width + element]
        : file.orElseThrow().getFloat((long) row * width + element);
  }

  /** Whether any element of a row is there. */
  public boolean hasAny(int row) {
    for (int e = 0; e < width; e++) {
      if (!Float.isNaN(get(row, e))) {
        return true;
      }
    }
    return false;
  }
}
