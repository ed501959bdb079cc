package dev.espalier.benchmarks;

import java.util.Arrays;

/** Measured values of one quantity in the order of measuring; the median is what counts. */
record Sample(double... values) {

  Sample {
    if (values.length == 0) {
      throw new IllegalArgumentException("A sample needs at least one value");
    }
  }

  double median() {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The value that a part of the others lie below, the nearest one measured. */
  double quantile(double part) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(part * (sorted.length - 1))];
  }

  double least() {
    return Arrays.stream(values).min().orElseThrow();
  }

  /**
   * This over another sample, value by value: the two of a pair were measured one after the other,
   * so that the machine was as busy for both.
   */
  Sample over(Sample other) {
    double[] ratios = new double[values.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = values[i] / other.values[i];
    }
    return new Sample(ratios);
  }
}
