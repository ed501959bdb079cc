package dev.espalier.runtime.data.statistics;

import java.util.function.IntToDoubleFunction;

/**
 * What is learnt of one element of a column over the rows that have it, in passes: no more than two
 * numbers are kept, however many rows there are.
 *
 * @param count rows that have it
 * @param mean 0 where none has
 * @param deviation of the population
 * @param min 0 where none has
 * @param max 0 where none has
 */
record Moments(int count, double mean, double deviation, double min, double max) {

  /**
   * Those of the values that are there.
   *
   * @param values by row; NaN where there is none
   */
  static Moments of(int rows, IntToDoubleFunction values) {
    int count = 0;
    double sum = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < rows; row++) {
      double value = values.applyAsDouble(row);
      if (!Double.isNaN(value)) {
        count++;
        sum += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    if (count == 0) {
      return new Moments(0, 0, 0, 0, 0);
    }
    double mean = mean(rows, values, sum / count, count);
    return new Moments(count, mean, deviation(rows, values, mean, count), min, max);
  }

  /**
   * The mean of what is left over takes away most of the rounding, and makes the mean of a constant
   * that constant.
   */
  private static double mean(int rows, IntToDoubleFunction values, double first, int count) {
    double rest = 0;
    for (int row = 0; row < rows; row++) {
      double value = values.applyAsDouble(row);
      if (!Double.isNaN(value)) {
        rest += value - first;
      }
    }
    return first + rest / count;
  }

  private static double deviation(int rows, IntToDoubleFunction values, double mean, int count) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      double value = values.applyAsDouble(row);
      if (!Double.isNaN(value)) {
        double difference = value - mean;
        sum += difference * difference;
      }
    }
    return Math.sqrt(sum / count);
  }
}
