package dev.espalier.runtime.data;

import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.Arrays;
import java.util.Map;

/**
 * What is learnt of a task's labels, every row with a label counting alike.
 *
 * @param mean of a regression's values; 0 for other tasks
 * @param deviation of a regression's values, 1 where they are constant; 1 for other tasks
 * @param balance as {@link Preprocessing#balance} says
 */
record LabelStatistics(double[] mean, double[] deviation, double[] balance) {

  static LabelStatistics of(Kind kind, int task, RawLabels labels, int rows) {
    if (kind instanceof Kind.Regression regression) {
      return ofValues(regression, labels.numbers(task), rows);
    }
    double[] balance;
    if (kind instanceof Kind.MultiClass classes) {
      balance = ofClasses(labels.classes(task), rows, classes.classes().size());
    } else {
      balance = ofFlags(labels.numbers(task), rows, kind instanceof Kind.Binary);
    }
    return new LabelStatistics(new double[1], new double[] {1}, balance);
  }

  private static LabelStatistics ofValues(Kind.Regression kind, FloatColumn column, int rows) {
    double[] mean = new double[kind.length()];
    double[] deviation = new double[kind.length()];
    Arrays.fill(deviation, 1);
    double[] values = new double[rows];
    for (int e = 0; e < kind.length() && kind.standardize(); e++) {
      int count = 0;
      for (int row = 0; row < rows; row++) {
        float value = column.get(row, e);
        if (!Float.isNaN(value)) {
          values[count++] = value;
        }
      }
      if (count > 0) {
        mean[e] = Moments.mean(values, count);
        double found = Moments.deviation(values, count, mean[e]);
        deviation[e] = found > 0 ? found : 1;
      }
    }
    return new LabelStatistics(mean, deviation, new double[0]);
  }

  private static double[] ofClasses(IntColumn column, int rows, int classes) {
    double[] counts = new double[classes];
    double n = 0;
    for (int row = 0; row < rows; row++) {
      if (column.get(row) != IntColumn.MISSING) {
        counts[column.get(row)]++;
        n++;
      }
    }
    double[] balance = new double[classes];
    for (int c = 0; c < classes; c++) {
      balance[c] = counts[c] == 0 ? 1 : n / (classes * counts[c]);
    }
    return balance;
  }

  private static double[] ofFlags(FloatColumn column, int rows, boolean binary) {
    int width = column.width();
    double[] balance = new double[2 * width];
    for (int e = 0; e < width; e++) {
      double negatives = 0;
      double positives = 0;
      for (int row = 0; row < rows; row++) {
        float value = column.get(row, e);
        if (value == 0) {
          negatives++;
        } else if (value == 1) {
          positives++;
        }
      }
      boolean both = negatives > 0 && positives > 0;
      double n = negatives + positives;
      balance[e] = both && binary ? n / (2 * negatives) : 1;
      balance[width + e] = !both ? 1 : binary ? n / (2 * positives) : negatives / positives;
    }
    return balance;
  }

  Map<String, Object> toTree() {
    return Map.of(
        "mean", Tree.list(mean),
        "deviation", Tree.list(deviation),
        "balance", Tree.list(balance));
  }

  static LabelStatistics fromTree(Tree tree, Kind kind) {
    boolean regression = kind instanceof Kind.Regression;
    int width = RawLabels.width(kind);
    int factors = kind instanceof Kind.MultiClass classes ? classes.classes().size() : 2 * width;
    return new LabelStatistics(
        tree.doubles("mean", regression ? width : 1),
        tree.doubles("deviation", regression ? width : 1),
        tree.doubles("balance", regression ? 0 : factors));
  }
}
