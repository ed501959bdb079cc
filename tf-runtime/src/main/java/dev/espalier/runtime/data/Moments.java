package dev.espalier.runtime.data;

/** Mean and standard deviation of a population, in two passes. */
final class Moments {
  private Moments() {}

  static double mean(double[] values, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i];
    }
    double first = sum / count;
    // The mean of what is left over takes away most of the rounding, and makes the mean of a
    // constant that constant.
    double rest = 0;
    for (int i = 0; i < count; i++) {
      rest += values[i] - first;
    }
    return first + rest / count;
  }

  static double deviation(double[] values, int count, double mean) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double difference = values[i] - mean;
      sum += difference * difference;
    }
    return Math.sqrt(sum / count);
  }
}
