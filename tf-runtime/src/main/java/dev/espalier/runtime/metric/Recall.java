package dev.espalier.runtime.metric;

/** The part of a binary task's positives that were predicted so; NaN without any. */
final class Recall implements Metric {
  private final Decisions decisions = new Decisions();

  @Override
  public String name() {
    return "recall";
  }

  @Override
  public void add(LabelledRows rows) {
    decisions.add(rows);
  }

  @Override
  public double value() {
    return decisions.recall();
  }
}
