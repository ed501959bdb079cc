package dev.espalier.runtime.data.column;

import dev.espalier.runtime.DataException;
import java.util.ArrayList;
import java.util.List;

/** The row that is being written, as messages call it: by its number in the source it is from. */
final class RowPlace {
  private final List<Source> sources = new ArrayList<>();
  private int row;

  /** Something that rows come from, and the first of them. */
  private record Source(String name, int first) {}

  RowPlace(String source) {
    sources.add(new Source(source, 0));
  }

  /** From here on rows come from another source. */
  void moveTo(String source) {
    sources.removeIf(each -> each.first() == row);
    sources.add(new Source(source, row));
  }

  int row() {
    return row;
  }

  void moveTo(int newRow) {
    row = newRow;
  }

  /** A row by its source and its number there, from 0. */
  String at(int ofRow) {
    Source source = sources.get(0);
    for (Source each : sources) {
      source = each.first() <= ofRow ? each : source;
    }
    return source.name() + ", row " + (ofRow - source.first());
  }

  /** The row that is being written. */
  String here() {
    return at(row);
  }

  DataException refuse(String what, String found, String expected) {
    return new DataException(
        "%s, %s: found %s, expected %s".formatted(here(), what, found, expected));
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
