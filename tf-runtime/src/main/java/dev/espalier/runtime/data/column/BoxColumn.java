package dev.espalier.runtime.data.column;

import dev.espalier.runtime.data.batch.EncodedBoxes;
import dev.espalier.runtime.data.batch.EncodedLabels;
import dev.espalier.runtime.data.statistics.LabelStatistics;
import dev.espalier.runtime.data.store.FloatColumn;
import dev.espalier.runtime.data.store.Floats;
import dev.espalier.runtime.data.store.Storage;
import dev.espalier.runtime.model.ExampleInfo.Kind;

/** Labels that are a box: centre and size, as parts of the picture. */
final class BoxColumn implements LabelColumn {
  private final int feature;
  private final String what;
  private final RowPlace place;
  private final FloatColumn column;

  BoxColumn(Kind.OneBox kind, int feature, String what, RowPlace place, Storage storage) {
    this.feature = feature;
    this.what = what;
    this.place = place;
    this.column = new FloatColumn(kind.labelWidth(), storage);
  }

  @Override
  public void open(int row) {
    column.open(row);
  }

  /** A box with NaN in it is missing. */
  @Override
  public void set(float[] values) {
    place.check(values, column.width(), what);
    for (float value : values) {
      if (Float.isNaN(value)) {
        return;
      }
      if (value < 0 || value > 1) {
        throw place.refuse(
            what, String.valueOf(value), "centre and size as parts of the picture, from 0 to 1");
      }
    }
    column.set(place.row(), values);
  }

  @Override
  public boolean present(int row) {
    return column.hasAny(row);
  }

  @Override
  public LabelStatistics statistics(int rows) {
    return LabelStatistics.NONE;
  }

  @Override
  public EncodedLabels encode(
      LabelStatistics statistics, int rows, RawLabels raw, Storage storage) {
    int width = column.width();
    Floats boxes =
        storage.floats(
            rows,
            width,
            (from, to, out) -> {
              for (int row = from; row < to; row++) {
                for (int e = 0; e < width; e++) {
                  out[(row - from) * width + e] = present(row) ? column.get(row, e) : 0;
                }
              }
            });
    return new EncodedBoxes(feature, boxes, weights(rows, raw, storage), count(rows));
  }
}
