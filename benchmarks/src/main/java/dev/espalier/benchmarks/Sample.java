package dev.espalier.benchmarks;

import java.util.Arrays;

/** Measured values of one quantity, of which the median is what counts. */
record Sample(double... sorted) {

  Sample {
    if (sorted.length == 0) {
      throw new IllegalArgumentException("A sample needs at least one value");
    }
    sorted = sorted.clone();
    Arrays.sort(sorted);
  }

  double median() {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  double least() {
    return sorted[0];
  }
}
