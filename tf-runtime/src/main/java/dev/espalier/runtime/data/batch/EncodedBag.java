package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.store.BagColumn;
import dev.espalier.runtime.data.store.Ints;
import dev.espalier.runtime.data.store.Storage;
import java.util.function.IntUnaryOperator;

/**
 * The table rows of a bag feature.
 *
 * @param starts where the values of each row begin; one more at the end
 */
public record EncodedBag(Ints starts, Ints values) {

  /**
   * The bags of a raw column.
   *
   * @param rowOfCode the table row of each code
   */
  public static EncodedBag of(
      BagColumn column, int rows, Storage storage, IntUnaryOperator rowOfCode) {
    Ints starts =
        storage.ints(
            rows + 1,
            1,
            (from, to, out) -> {
              for (int row = from; row < to; row++) {
                out[row - from] = column.start(row);
              }
            });
    Ints values =
        storage.ints(
            column.start(rows),
            1,
            (from, to, out) -> {
              for (int i = from; i < to; i++) {
                out[i - from] = rowOfCode.applyAsInt(column.code(i));
              }
            });
    return new EncodedBag(starts, values);
  }

  /** Where the values of a row begin. */
  public int start(int row) {
    return starts.get(row);
  }

  /** How many values a row has. */
  int count(int row) {
    return starts.get(row + 1) - starts.get(row);
  }
}
