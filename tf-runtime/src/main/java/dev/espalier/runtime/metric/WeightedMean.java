package dev.espalier.runtime.metric;

/** A weighted mean being computed; NaN while there is no weight. */
final class WeightedMean {
  private double sum;
  private double weights;

  void add(double value, double weight) {
    sum += value * weight;
    weights += weight;
  }

  double value() {
    return weights > 0 ? sum / weights : Double.NaN;
  }

  /** The mean of those values that are defined; NaN if none is. */
  static double ofDefined(double[] values) {
    WeightedMean mean = new WeightedMean();
    for (double value : values) {
      if (!Double.isNaN(value)) {
        mean.add(value, 1);
      }
    }
    return mean.value();
  }
}
