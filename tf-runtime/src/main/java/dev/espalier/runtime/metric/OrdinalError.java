package dev.espalier.runtime.metric;

/** How many classes the likeliest one of classes in order lies from the right one, on average. */
final class OrdinalError implements Metric {
  private final int classes;
  private final WeightedMean steps = new WeightedMean();

  OrdinalError(int classes) {
    this.classes = classes;
  }

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
      if (rows.has(row)) {
        int apart = rows.predictedClass(row, classes) - rows.classOf(row, classes);
        steps.add(Math.abs(apart), rows.weights()[row]);
      }
    }
  }

  @Override
  public double value() {
    return steps.value();
  }
}
