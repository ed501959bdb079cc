package dev.espalier.runtime.data.column;

import dev.espalier.runtime.data.batch.EncodedLabels;
import dev.espalier.runtime.data.batch.EncodedNumbers;
import dev.espalier.runtime.data.statistics.LabelStatistics;
import dev.espalier.runtime.data.store.FloatColumn;
import dev.espalier.runtime.data.store.Floats;
import dev.espalier.runtime.data.store.Storage;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.Collection;

/** Labels that are numbers, or yes and no, or several of them. */
final class NumberColumn implements LabelColumn {
  private final Kind kind;
  private final String what;
  private final RowPlace place;
  private final FloatColumn column;

  NumberColumn(Kind kind, String what, RowPlace place, Storage storage) {
    this.kind = kind;
    this.what = what;
    this.place = place;
    this.column = new FloatColumn(kind.labelWidth(), storage);
  }

  @Override
  public void open(int row) {
    column.open(row);
  }

  @Override
  public void set(boolean value) {
    column.set(place.row(), 0, value ? 1 : 0);
  }

  @Override
  public void set(float value) {
    if (Float.isInfinite(value)) {
      throw place.infinite(what, value);
    }
    column.set(place.row(), 0, value);
  }

  @Override
  public void set(float[] values) {
    place.check(values, column.width(), what);
    column.set(place.row(), values);
  }

  @Override
  public void set(boolean[] values) {
    if (values.length != column.width()) {
      throw place.refuse(what, values.length + " labels", String.valueOf(column.width()));
    }
    for (int i = 0; i < values.length; i++) {
      column.set(place.row(), i, values[i] ? 1 : 0);
    }
  }

  @Override
  public void set(Collection<? extends Enum<?>> constants) {
    for (int i = 0; i < column.width(); i++) {
      column.set(place.row(), i, 0);
    }
    for (Enum<?> constant : constants) {
      if (constant == null) {
        throw place.refuse(what, "null in the set", "constants alone");
      }
      if (constant.ordinal() >= column.width()) {
        throw place.refuse(what, "constant " + constant, "one of the first " + column.width());
      }
      column.set(place.row(), constant.ordinal(), 1);
    }
  }

  @Override
  public boolean present(int row) {
    return column.hasAny(row);
  }

  @Override
  public LabelStatistics statistics(int rows) {
    return kind instanceof Kind.Regression regression
        ? LabelStatistics.ofValues(regression, column, rows)
        : LabelStatistics.ofFlags(column, rows, kind instanceof Kind.Binary);
  }

  @Override
  public EncodedLabels encode(
      LabelStatistics statistics, int rows, RawLabels raw, Storage storage) {
    int width = column.width();
    int weightWidth = kind.weightWidth();
    Floats numbers =
        storage.floats(rows, width, (from, to, out) -> numbers(statistics, from, to, out));
    Floats weights =
        storage.floats(rows, weightWidth, (from, to, out) -> weights(raw, from, to, out));
    return new EncodedNumbers(width, numbers, weightWidth, weights, count(rows));
  }

  private void numbers(LabelStatistics statistics, int from, int to, float[] out) {
    int at = 0;
    for (int row = from; row < to; row++) {
      for (int e = 0; e < column.width(); e++) {
        float value = column.get(row, e);
        out[at++] = Float.isNaN(value) ? 0 : standardized(value, statistics, e);
      }
    }
  }

  /** A row has one weight, of some element that is there, or one for each element. */
  private void weights(RawLabels raw, int from, int to, float[] out) {
    int width = kind.weightWidth();
    for (int row = from; row < to; row++) {
      for (int e = 0; e < width; e++) {
        boolean there = width == 1 ? column.hasAny(row) : !Float.isNaN(column.get(row, e));
        out[(row - from) * width + e] = there ? raw.rowWeight(row) : 0;
      }
    }
  }

  private float standardized(float value, LabelStatistics statistics, int e) {
    return kind instanceof Kind.Regression
        ? (float) ((value - statistics.mean()[e]) / statistics.deviation()[e])
        : value;
  }
}
