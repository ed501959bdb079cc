package dev.espalier.runtime.data;

import dev.espalier.runtime.DataException;

/** The row that is being written, as messages call it. */
final class RowPlace {
  private final String source;
  private int row;

  RowPlace(String source) {
    this.source = source;
  }

  String source() {
    return source;
  }

  int row() {
    return row;
  }

  void moveTo(int newRow) {
    row = newRow;
  }

  DataException refuse(String what, String found, String expected) {
    return new DataException(
        "%s, row %d, %s: found %s, expected %s".formatted(source, row, what, found, expected));
  }

  /** Checks that there are so many values, each finite or NaN. */
  void check(float[] values, int count, String what) {
    if (values.length != count) {
      throw refuse(what, values.length + " numbers", String.valueOf(count));
    }
    for (int i = 0; i < count; i++) {
      if (Float.isInfinite(values[i])) {
        throw infinite(what + ", element " + i, values[i]);
      }
    }
  }

  DataException infinite(String what, float value) {
    return refuse(what, String.valueOf(value), "a finite number, or NaN for a missing one");
  }
}
