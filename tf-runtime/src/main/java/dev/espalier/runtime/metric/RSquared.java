package dev.espalier.runtime.metric;

/**
 * The coefficient of determination, 1 - squared error / variance of the labels; mean over the
 * elements whose labels vary.
 */
final class RSquared implements Metric {
  private final Element[] elements;

  RSquared(int length) {
    elements = new Element[length];
    for (int i = 0; i < length; i++) {
      elements[i] = new Element();
    }
  }

  @Override
  public String name() {
    return "r2";
  }

  @Override
  public void add(LabelledRows rows) {
    for (int i = 0; i < rows.rows() * elements.length; i++) {
      if (rows.has(i)) {
        elements[i % elements.length].add(rows.outputs()[i], rows.labels()[i], rows.weights()[i]);
      }
    }
  }

  @Override
  public double value() {
    double[] values = new double[elements.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = elements[i].value();
    }
    return WeightedMean.ofDefined(values);
  }

  /** Squares are summed around the running mean (West 1979): labels may be far from 0. */
  private static final class Element {
    private double weights;
    private double mean;
    private double spread;
    private double squaredError;

    void add(double output, double label, double weight) {
      double error = output - label;
      squaredError += weight * error * error;
      double before = label - mean;
      weights += weight;
      mean += before * (weight / weights);
      spread += weight * before * (label - mean);
    }

    double value() {
      return spread > 0 ? 1 - squaredError / spread : Double.NaN;
    }
  }
}
