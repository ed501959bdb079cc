package dev.espalier.runtime.metric;

/** The part of rows whose likeliest class is the right one. */
final class ClassAccuracy implements Metric {
  private final int classes;
  private final WeightedMean right = new WeightedMean();

  ClassAccuracy(int classes) {
    this.classes = classes;
  }

  @Override
  public String name() {
    return "accuracy";
  }

  @Override
  public void add(LabelledRows rows) {
    for (int row = 0; row < rows.rows(); row++) {
      if (rows.has(row)) {
        boolean hit = rows.predictedClass(row, classes) == rows.classOf(row, classes);
        right.add(hit ? 1 : 0, rows.weights()[row]);
      }
    }
  }

  @Override
  public double value() {
    return right.value();
  }
}
