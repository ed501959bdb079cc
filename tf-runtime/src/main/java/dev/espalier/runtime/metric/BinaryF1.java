package dev.espalier.runtime.metric;

/** F1 of a binary task's positives; NaN when there is neither label nor prediction of one. */
final class BinaryF1 implements Metric {
  private final Decisions decisions = new Decisions();

  @Override
  public String name() {
    return "f1";
  }

  @Override
  public void add(LabelledRows rows) {
    decisions.add(rows);
  }

  @Override
  public double value() {
    return decisions.f1();
  }
}
