package dev.espalier.runtime.data;

import java.util.ArrayList;
import java.util.List;

/**
 * An array in every row, kept as it was given: pixels, samples; null where there is none. Threads
 * that decode may set rows while further ones are opened.
 *
 * @param <A> the type of the arrays
 */
final class RowValues<A> {
  private final List<A> rows = new ArrayList<>();

  /** Makes room for a row, whose array is missing. */
  synchronized void open(int row) {
    if (row < rows.size()) {
      rows.set(row, null);
    } else {
      rows.add(null);
    }
  }

  synchronized void set(int row, A values) {
    rows.set(row, values);
  }

  A get(int row) {
    return rows.get(row);
  }
}
