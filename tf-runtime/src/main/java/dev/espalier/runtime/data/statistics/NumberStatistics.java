package dev.espalier.runtime.data.statistics;

import dev.espalier.runtime.data.store.FloatColumn;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import java.util.Map;

/**
 * What is learnt of a number feature, for each element: over the values that are there, before
 * clipping, every row counting alike; 0 where all are missing.
 *
 * @param deviation the population's standard deviation
 * @param fill what stands in for a missing value
 */
public record NumberStatistics(
    double[] mean, double[] deviation, double[] min, double[] max, double[] fill) {

  /** Of the values that are there. */
  public static NumberStatistics of(Encoding.Number encoding, FloatColumn column, int rows) {
    int length = encoding.length();
    NumberStatistics statistics =
        new NumberStatistics(
            new double[length],
            new double[length],
            new double[length],
            new double[length],
            new double[length]);
    for (int e = 0; e < length; e++) {
      statistics.learn(e, encoding, column, rows);
    }
    return statistics;
  }

  private void learn(int e, Encoding.Number encoding, FloatColumn column, int rows) {
    Moments moments = Moments.of(rows, row -> column.get(row, e));
    mean[e] = moments.mean();
    deviation[e] = moments.deviation();
    min[e] = moments.min();
    max[e] = moments.max();
    fill[e] =
        switch (encoding.missing()) {
          case MEAN -> mean[e];
          case MEDIAN -> Median.of(rows, row -> column.get(row, e), moments.count());
          case CONSTANT -> encoding.fill();
        };
  }

  /**
   * Writes a feature's columns: missing values filled, then clipped, then normalised, then the
   * indicators.
   *
   * @param from the first row to be written, which becomes the first of {@code out}
   * @param to the row after the last
   * @param width columns of {@code out}
   * @param offset the feature's first column
   */
  public void write(
      Encoding.Number encoding,
      FloatColumn column,
      int from,
      int to,
      float[] out,
      int width,
      int offset) {
    int length = encoding.length();
    for (int e = 0; e < length; e++) {
      Scaling scaling = scaling(encoding, e);
      float filled = scaling.apply(fill[e]);
      for (int row = from, at = offset + e; row < to; row++, at += width) {
        float value = column.get(row, e);
        boolean missing = Float.isNaN(value);
        out[at] = missing ? filled : scaling.apply(value);
        if (encoding.indicator()) {
          out[at + length] = missing ? 1 : 0;
        }
      }
    }
  }

  /** What {@link #write} does to a value, as numbers. */
  public NumberScaling scaling(Encoding.Number encoding) {
    int length = encoding.length();
    double[] low = new double[length];
    double[] high = new double[length];
    double[] origin = new double[length];
    double[] unit = new double[length];
    float[] filled = new float[length];
    for (int e = 0; e < length; e++) {
      Scaling scaling = scaling(encoding, e);
      low[e] = scaling.low();
      high[e] = scaling.high();
      origin[e] = scaling.origin();
      unit[e] = scaling.unit();
      filled[e] = scaling.apply(fill[e]);
    }
    return new NumberScaling(low, high, origin, unit, filled);
  }

  private Scaling scaling(Encoding.Number encoding, int e) {
    double reach = encoding.clip() > 0 ? encoding.clip() * deviation[e] : Double.POSITIVE_INFINITY;
    double low = mean[e] - reach;
    double high = mean[e] + reach;
    return switch (encoding.normalize()) {
      case STANDARDIZE -> new Scaling(low, high, mean[e], deviation[e]);
      case UNIT_INTERVAL -> new Scaling(low, high, min[e], max[e] - min[e]);
      case UNCHANGED -> new Scaling(low, high, 0, 1);
    };
  }

  /** A value is clipped, moved and divided; a divisor of 0, of a constant column, gives 0. */
  private record Scaling(double low, double high, double origin, double unit) {
    float apply(double value) {
      return unit == 0 ? 0 : (float) ((Math.max(low, Math.min(high, value)) - origin) / unit);
    }
  }

  /** As they are saved. */
  public Map<String, Object> toTree() {
    return Tree.sorted(
        Map.of(
            "mean", Tree.list(mean),
            "deviation", Tree.list(deviation),
            "min", Tree.list(min),
            "max", Tree.list(max),
            "fill", Tree.list(fill)));
  }

  /** As {@link #toTree} gave them. */
  public static NumberStatistics fromTree(Tree tree, Encoding.Number encoding) {
    int length = encoding.length();
    return new NumberStatistics(
        tree.doubles("mean", length),
        tree.doubles("deviation", length),
        tree.doubles("min", length),
        tree.doubles("max", length),
        tree.doubles("fill", length));
  }
}
