package dev.espalier.runtime.metric;

/** The part of positions whose class is the right one. */
final class PositionAccuracy implements Metric {
  private final String name;
  private final int classes;
  private final int positions;
  private final WeightedMean right = new WeightedMean();

  /**
   * Of tokens or of pixels.
   *
   * @param name {@code accuracy}, or {@code pixelAccuracy}
   */
  PositionAccuracy(String name, int classes, int positions) {
    this.name = name;
    this.classes = classes;
    this.positions = positions;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void add(LabelledRows rows) {
    for (int i = 0; i < rows.rows() * positions; i++) {
      if (rows.has(i)) {
        boolean hit = rows.outputClass(i) == rows.classOf(i, classes);
        right.add(hit ? 1 : 0, rows.weights()[i]);
      }
    }
  }

  @Override
  public double value() {
    return right.value();
  }
}
