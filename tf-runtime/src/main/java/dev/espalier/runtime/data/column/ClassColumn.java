package dev.espalier.runtime.data.column;

import dev.espalier.runtime.data.batch.EncodedClasses;
import dev.espalier.runtime.data.batch.EncodedLabels;
import dev.espalier.runtime.data.statistics.LabelStatistics;
import dev.espalier.runtime.data.store.IntColumn;
import dev.espalier.runtime.data.store.Ints;
import dev.espalier.runtime.data.store.Storage;

/** Labels that are one class each. */
final class ClassColumn implements LabelColumn {
  private final int classes;
  private final boolean ordered;
  private final String what;
  private final RowPlace place;
  private final IntColumn column;

  /**
   * An empty column.
   *
   * @param ordered whether the classes have an order, so that none is balanced
   */
  ClassColumn(int classes, boolean ordered, String what, RowPlace place, Storage storage) {
    this.column = new IntColumn(storage);
    this.classes = classes;
    this.ordered = ordered;
    this.what = what;
    this.place = place;
  }

  @Override
  public void open(int row) {
    column.open(row);
  }

  @Override
  public void set(int value) {
    if (value < 0 || value >= classes) {
      throw place.refuse(what, "class " + value, "a class from 0 to " + (classes - 1));
    }
    column.set(place.row(), value);
  }

  @Override
  public boolean present(int row) {
    return column.get(row) != IntColumn.MISSING;
  }

  @Override
  public LabelStatistics statistics(int rows) {
    if (ordered) {
      return LabelStatistics.NONE;
    }
    int[] counts = new int[classes];
    column.count(rows, counts);
    return LabelStatistics.ofClasses(counts);
  }

  @Override
  public EncodedLabels encode(
      LabelStatistics statistics, int rows, RawLabels raw, Storage storage) {
    Ints values =
        storage.ints(
            rows,
            1,
            (from, to, out) -> {
              for (int row = from; row < to; row++) {
                out[row - from] = present(row) ? column.get(row) : 0;
              }
            });
    return new EncodedClasses(values, weights(rows, raw, storage), count(rows));
  }
}
