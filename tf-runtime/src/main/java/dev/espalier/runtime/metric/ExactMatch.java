package dev.espalier.runtime.metric;

/**
 * The part of rows all of whose labels were predicted right; rows without all labels don't count.
 */
final class ExactMatch implements Metric {
  private final int width;
  private final WeightedMean right = new WeightedMean();

  ExactMatch(int width) {
    this.width = width;
  }

  @Override
  public String name() {
    return "exactMatch";
  }

  @Override
  public void add(LabelledRows rows) {
    for (int row = 0; row < rows.rows(); row++) {
      boolean complete = true;
      boolean hit = true;
      for (int label = 0; label < width; label++) {
        int element = row * width + label;
        complete &= rows.has(row, label, width);
        hit &= rows.predictedYes(element) == rows.yes(element);
      }
      if (complete) {
        right.add(hit ? 1 : 0, rows.weights()[row]);
      }
    }
  }

  @Override
  public double value() {
    return right.value();
  }
}
