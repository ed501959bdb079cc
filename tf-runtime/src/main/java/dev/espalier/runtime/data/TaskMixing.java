package dev.espalier.runtime.data;

import dev.espalier.runtime.EspalierException;
import java.util.Arrays;
import java.util.List;

/**
 * How often the turn of each of several data sets comes.
 *
 * <p>Turns are spread as evenly as the shares allow: each one goes to the set that is furthest
 * behind its share. What is drawn by chance in other libraries differs from this by its variance.
 */
public sealed interface TaskMixing {

  /**
   * The sets' shares of the turns, 1 in all.
   *
   * @param sizes of the sets, at least 1 each: batches where batches are of one set each, else rows
   * @throws EspalierException when this holds for another number of sets
   */
  double[] shares(double[] sizes);

  /** By size: every row of every set comes once before any comes twice. */
  static TaskMixing proportional() {
    return temperature(1);
  }

  /** By the square root of the size, between {@link #proportional} and {@link #roundRobin}. */
  static TaskMixing squareRoot() {
    return temperature(2);
  }

  /** One set after the other, in their order. */
  static TaskMixing roundRobin() {
    return new ByTemperature(Double.POSITIVE_INFINITY);
  }

  /**
   * By {@code size^(1/T)}, as languages are mixed by Devlin et al. (multilingual BERT) and tasks by
   * Raffel et al. (JMLR 21, 2020): 1 is by size, the hotter the more even.
   *
   * @param temperature above 0
   */
  static TaskMixing temperature(double temperature) {
    if (!(temperature > 0) || Double.isInfinite(temperature)) {
      throw new EspalierException(
          "Parameter `temperature` should be a number above 0. Found `temperature = %s`; TaskMixing.roundRobin() has no bound."
              .formatted(temperature));
    }
    return new ByTemperature(temperature);
  }

  /**
   * By given rates.
   *
   * @param rates of the sets in their order, above 0; what counts is their proportion
   */
  static TaskMixing rates(double... rates) {
    for (double rate : rates) {
      if (!(rate > 0) || Double.isInfinite(rate)) {
        throw new EspalierException(
            "Parameter `rates` should hold numbers above 0. Found `rates = %s`; a set that is not to be trained on is left out, or its task has loss weight 0."
                .formatted(Arrays.toString(rates)));
      }
    }
    return new ByRates(Arrays.stream(rates).boxed().toList());
  }

  /** By a power of the size. */
  record ByTemperature(double temperature) implements TaskMixing {
    @Override
    public double[] shares(double[] sizes) {
      double largest = Arrays.stream(sizes).max().orElse(1);
      // Parts of the largest: a low temperature must not overflow.
      return normalized(
          Arrays.stream(sizes).map(size -> Math.pow(size / largest, 1 / temperature)).toArray());
    }
  }

  /** As it was said. */
  record ByRates(List<Double> rates) implements TaskMixing {
    @Override
    public double[] shares(double[] sizes) {
      if (sizes.length != rates.size()) {
        throw new EspalierException(
            "TaskMixing.rates(...) should hold a rate for each of %d data sets. Found %d: %s."
                .formatted(sizes.length, rates.size(), rates));
      }
      return normalized(rates.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  private static double[] normalized(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }
}
