package dev.espalier.runtime.data;

import java.util.Arrays;

/** Numbers, of a fixed count in every row; NaN is missing. */
final class FloatColumn {
  private final int width;
  private float[] values = new float[0];

  FloatColumn(int width) {
    this.width = width;
  }

  int width() {
    return width;
  }

  /** Makes room for a row, in which all is missing. */
  void open(int row) {
    long end = (row + 1L) * width;
    if (end > values.length) {
      values = Arrays.copyOf(values, Growth.length(values.length, end));
    }
    Arrays.fill(values, row * width, (int) end, Float.NaN);
  }

  void set(int row, int element, float value) {
    values[row * width + element] = value;
  }

  void set(int row, float[] elements) {
    System.arraycopy(elements, 0, values, row * width, width);
  }

  float get(int row, int element) {
    return values[row * width + element];
  }

  boolean hasAny(int row) {
    for (int i = row * width; i < (row + 1) * width; i++) {
      if (!Float.isNaN(values[i])) {
        return true;
      }
    }
    return false;
  }
}
