package dev.espalier.runtime.generated;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Mean and deviation of a column, missing values left out. */
record PlainStatistics(double mean, double deviation) {

  static <E> PlainStatistics of(List<E> rows, ToDoubleFunction<E> column) {
    double[] there = rows.stream().mapToDouble(column).filter(x -> !Double.isNaN(x)).toArray();
    double mean = Arrays.stream(there).average().orElseThrow();
    double variance =
        Arrays.stream(there).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    return new PlainStatistics(mean, Math.sqrt(variance));
  }

  double standard(double value) {
    return (value - mean) / deviation;
  }

  double inUnit(double standard) {
    return standard * deviation + mean;
  }
}
