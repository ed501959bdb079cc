package dev.espalier.runtime.metric;

/** The mean distance of a box's four numbers from their labels, as parts of the picture. */
final class BoxError implements Metric {
  private static final int NUMBERS = 4;

  private final WeightedMean errors = new WeightedMean();

  @Override
  public String name() {
    return "mae";
  }

  @Override
  public boolean lowerIsBetter() {
    return true;
  }

  @Override
  public void add(LabelledRows rows) {
    for (int row = 0; row < rows.rows(); row++) {
      if (BoxIou.hasBox(rows, row)) {
        double sum = 0;
        for (int i = row * NUMBERS; i < (row + 1) * NUMBERS; i++) {
          sum += Math.abs((double) rows.outputs()[i] - rows.labels()[i]);
        }
        errors.add(sum / NUMBERS, rows.weights()[row]);
      }
    }
  }

  @Override
  public double value() {
    return errors.value();
  }
}
