package dev.espalier.runtime.data.batch;

import java.util.BitSet;

/**
 * Rows that came from one data set, side by side among those of others.
 *
 * @param name how messages call the data set
 * @param from the first of them
 * @param to the first row after them
 * @param tasks whose labels count in them, by index; not to be changed
 * @param features that these tasks need, by index; not to be changed
 */
public record RowSet(String name, int from, int to, BitSet tasks, BitSet features) {

  int size() {
    return to - from;
  }
}
