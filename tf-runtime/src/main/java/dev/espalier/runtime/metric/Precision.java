package dev.espalier.runtime.metric;

/** The part of a binary task's predicted positives that are positive; NaN without any. */
final class Precision implements Metric {
  private final Decisions decisions = new Decisions();

  @Override
  public String name() {
    return "precision";
  }

  @Override
  public void add(LabelledRows rows) {
    decisions.add(rows);
  }

  @Override
  public double value() {
    return decisions.precision();
  }
}
