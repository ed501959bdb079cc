package dev.espalier.runtime.data.statistics;

import dev.espalier.runtime.data.store.FloatColumn;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.Arrays;
import java.util.Map;

/**
 * What is learnt of a task's labels, every row with a label counting alike.
 *
 * @param mean of a regression's values; 0 for other tasks
 * @param deviation of a regression's values, 1 where they are constant; 1 for other tasks
 * @param balance as {@link dev.espalier.runtime.data.encode.Preprocessing#balance} says
 */
public record LabelStatistics(double[] mean, double[] deviation, double[] balance) {

  /** Of labels that nothing is learnt of. */
  public static final LabelStatistics NONE = balanced(new double[0]);

  private static LabelStatistics balanced(double[] balance) {
    return new LabelStatistics(new double[1], new double[] {1}, balance);
  }

  /** Of numbers to regress to. */
  public static LabelStatistics ofValues(Kind.Regression kind, FloatColumn column, int rows) {
    double[] mean = new double[kind.length()];
    double[] deviation = new double[kind.length()];
    Arrays.fill(deviation, 1);
    for (int e = 0; e < kind.length() && kind.standardize(); e++) {
      int element = e;
      Moments moments = Moments.of(rows, row -> column.get(row, element));
      mean[e] = moments.mean();
      deviation[e] = moments.deviation() > 0 ? moments.deviation() : 1;
    }
    return new LabelStatistics(mean, deviation, new double[0]);
  }

  /** Of classes, from how often each occurs. */
  public static LabelStatistics ofClasses(int[] counts) {
    return ofClasses(Arrays.stream(counts).asLongStream().toArray(), counts.length);
  }

  /** Of the first so many classes, from how often each occurs. */
  public static LabelStatistics ofClasses(long[] counts, int classes) {
    double n = 0;
    for (int c = 0; c < classes; c++) {
      n += counts[c];
    }
    double[] balance = new double[classes];
    for (int c = 0; c < classes; c++) {
      balance[c] = counts[c] == 0 ? 1 : n / ((double) classes * counts[c]);
    }
    return balanced(balance);
  }

  /** Of labels that hold or not. */
  public static LabelStatistics ofFlags(FloatColumn column, int rows, boolean binary) {
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
    return balanced(balance);
  }

  /** As they are saved. */
  public Map<String, Object> toTree() {
    return Tree.sorted(
        Map.of(
            "mean", Tree.list(mean),
            "deviation", Tree.list(deviation),
            "balance", Tree.list(balance)));
  }

  /** As {@link #toTree} gave them. */
  public static LabelStatistics fromTree(Tree tree, Kind kind) {
    boolean regression = kind instanceof Kind.Regression;
    int width = kind.labelWidth();
    int factors = kind.balanceWidth();
    return new LabelStatistics(
        tree.doubles("mean", regression ? width : 1),
        tree.doubles("deviation", regression ? width : 1),
        tree.doubles("balance", factors));
  }
}
