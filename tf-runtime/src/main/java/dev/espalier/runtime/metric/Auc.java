package dev.espalier.runtime.metric;

/**
 * The area under the ROC curve: how often a positive gets a higher output than a negative, ties
 * counting one half; exact, for it keeps all outputs. Of several labels, the mean over those that
 * have both.
 */
final class Auc implements Metric {
  private final Ranking[] rankings;

  Auc(int width) {
    rankings = new Ranking[width];
    for (int i = 0; i < width; i++) {
      rankings[i] = new Ranking();
    }
  }

  @Override
  public String name() {
    return "auc";
  }

  @Override
  public void add(LabelledRows rows) {
    int width = rankings.length;
    for (int row = 0; row < rows.rows(); row++) {
      for (int label = 0; label < width; label++) {
        if (rows.has(row, label, width)) {
          int element = row * width + label;
          rankings[label].add(rows.outputs()[element], rows.yes(element), rows.weights()[row]);
        }
      }
    }
  }

  @Override
  public double value() {
    double[] values = new double[rankings.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rankings[i].auc();
    }
    return WeightedMean.ofDefined(values);
  }
}
