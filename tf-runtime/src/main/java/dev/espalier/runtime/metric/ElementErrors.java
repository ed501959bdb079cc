package dev.espalier.runtime.metric;

/** A metric of regressions that is a mean cost of errors, element by element. */
abstract class ElementErrors implements Metric {
  private final String name;
  private final WeightedMean[] costs;

  ElementErrors(String name, int length) {
    this.name = name;
    this.costs = new WeightedMean[length];
    for (int i = 0; i < length; i++) {
      costs[i] = new WeightedMean();
    }
  }

  /** What an error costs. */
  abstract double cost(double error);

  /** An element's value from its mean cost. */
  abstract double fromMean(double mean);

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean lowerIsBetter() {
    return true;
  }

  @Override
  public final void add(LabelledRows rows) {
    for (int i = 0; i < rows.rows() * costs.length; i++) {
      if (rows.has(i)) {
        double error = (double) rows.outputs()[i] - rows.labels()[i];
        costs[i % costs.length].add(cost(error), rows.weights()[i]);
      }
    }
  }

  @Override
  public final double value() {
    double[] values = new double[costs.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = fromMean(costs[i].value());
    }
    return WeightedMean.ofDefined(values);
  }
}
