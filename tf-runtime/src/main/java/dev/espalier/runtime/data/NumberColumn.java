package dev.espalier.runtime.data;

import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.Collection;

/** Labels that are numbers, or yes and no, or several of them. */
final class NumberColumn implements LabelColumn {
  private final Kind kind;
  private final String what;
  private final RowPlace place;
  private final FloatColumn column;

  NumberColumn(Kind kind, String what, RowPlace place) {
    this.kind = kind;
    this.what = what;
    this.place = place;
    this.column = new FloatColumn(kind.labelWidth());
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
  public EncodedLabels encode(LabelStatistics statistics, int rows, RawLabels raw) {
    int width = column.width();
    int weightWidth = kind.weightWidth();
    float[] numbers = new float[Growth.exact(rows, width)];
    float[] weights = new float[Growth.exact(rows, weightWidth)];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      for (int e = 0; e < width; e++) {
        float value = column.get(row, e);
        if (!Float.isNaN(value)) {
          numbers[row * width + e] = standardized(value, statistics, e);
          weights[row * weightWidth + Math.min(e, weightWidth - 1)] = raw.rowWeight(row);
        }
      }
      count += column.hasAny(row) ? 1 : 0;
    }
    return new EncodedNumbers(width, numbers, weightWidth, weights, count);
  }

  private float standardized(float value, LabelStatistics statistics, int e) {
    return kind instanceof Kind.Regression
        ? (float) ((value - statistics.mean()[e]) / statistics.deviation()[e])
        : value;
  }
}
