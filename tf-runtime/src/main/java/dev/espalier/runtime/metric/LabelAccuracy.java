package dev.espalier.runtime.metric;

/** The part of yes-or-no labels that was predicted right, of one label or over several. */
final class LabelAccuracy implements Metric {
  private final int width;
  private final WeightedMean right = new WeightedMean();

  LabelAccuracy(int width) {
    this.width = width;
  }

  @Override
  public String name() {
    return "accuracy";
  }

  @Override
  public void add(LabelledRows rows) {
    for (int row = 0; row < rows.rows(); row++) {
      for (int label = 0; label < width; label++) {
        if (rows.has(row, label, width)) {
          int element = row * width + label;
          boolean hit = rows.predictedYes(element) == rows.yes(element);
          right.add(hit ? 1 : 0, rows.weights()[row]);
        }
      }
    }
  }

  @Override
  public double value() {
    return right.value();
  }
}
