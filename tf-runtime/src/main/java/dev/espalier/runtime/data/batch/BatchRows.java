package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.augment.Change;
import dev.espalier.runtime.data.store.Floats;
import dev.espalier.runtime.data.store.Ints;

/**
 * The rows of a batch that is being written.
 *
 * @param order the walk that they are part of
 * @param from their first place in the walk
 * @param size how many
 * @param changes what is done to the rows of each feature, by its index; null where nothing is
 * @param scratch arrays that are used again and again
 */
record BatchRows(RowOrder order, int from, int size, Change[][] changes, Scratch scratch) {

  /** The row at a place of the batch. */
  int row(int place) {
    return order.row(from + place);
  }

  /** What is done to a feature in the row at a place of the batch; null for nothing. */
  Change change(int feature, int place) {
    return changes[feature] == null ? null : changes[feature][place];
  }

  /** Gathers rows of a matrix, row after row. */
  void gather(Floats source, int width, float[] out) {
    if (order.sequential()) {
      source.copy((long) from * width, out, 0, size * width);
    } else if (width == 1) {
      for (int i = 0; i < size; i++) {
        out[i] = source.get(row(i));
      }
    } else {
      for (int i = 0; i < size; i++) {
        source.copy((long) row(i) * width, out, i * width, width);
      }
    }
  }

  /** Gathers rows of a matrix, row after row. */
  void gather(Ints source, int width, int[] out) {
    if (order.sequential()) {
      source.copy((long) from * width, out, 0, size * width);
      return;
    }
    for (int i = 0; i < size; i++) {
      source.copy((long) row(i) * width, out, i * width, width);
    }
  }
}
