package dev.espalier.runtime.data;

import dev.espalier.runtime.model.ExampleInfo.Kind;

/**
 * The labels and weights of one task.
 *
 * @param width numbers in one label
 * @param numbers of all but multi-class tasks, else empty
 * @param classes of multi-class tasks, else empty
 * @param weightWidth weights of one row
 * @param count rows that have a label
 */
record EncodedLabels(
    int width, float[] numbers, int[] classes, int weightWidth, float[] weights, int count) {

  static EncodedLabels of(Kind kind, int task, LabelStatistics statistics, RawColumns raw) {
    if (kind instanceof Kind.MultiClass) {
      return ofClasses(task, raw);
    }
    RawLabels labels = raw.labels();
    FloatColumn column = labels.numbers(task);
    int rows = raw.size();
    int width = column.width();
    int weightWidth = kind instanceof Kind.Regression ? width : 1;
    float[] numbers = new float[Growth.exact(rows, width)];
    float[] weights = new float[Growth.exact(rows, weightWidth)];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      for (int e = 0; e < width; e++) {
        float value = column.get(row, e);
        if (!Float.isNaN(value)) {
          numbers[row * width + e] = standardized(kind, value, statistics, e);
          weights[row * weightWidth + Math.min(e, weightWidth - 1)] = labels.rowWeight(row);
        }
      }
      count += column.hasAny(row) ? 1 : 0;
    }
    return new EncodedLabels(width, numbers, new int[0], weightWidth, weights, count);
  }

  private static float standardized(Kind kind, float value, LabelStatistics statistics, int e) {
    return kind instanceof Kind.Regression
        ? (float) ((value - statistics.mean()[e]) / statistics.deviation()[e])
        : value;
  }

  private static EncodedLabels ofClasses(int task, RawColumns raw) {
    IntColumn column = raw.labels().classes(task);
    int rows = raw.size();
    int[] classes = new int[rows];
    float[] weights = new float[rows];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (column.get(row) != IntColumn.MISSING) {
        classes[row] = column.get(row);
        weights[row] = raw.labels().rowWeight(row);
        count++;
      }
    }
    return new EncodedLabels(1, new float[0], classes, 1, weights, count);
  }
}
