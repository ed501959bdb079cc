package dev.espalier.runtime.metric;

import dev.espalier.runtime.metric.ValueCurve.ValueBin;
import java.util.ArrayList;
import java.util.List;

/**
 * Bins over a range that is not known before: it begins with the first value, and doubles to the
 * side where a value lies beyond it, neighbours being joined.
 */
final class ValueBins {
  private static final int BINS = 64;

  private final double[] weights = new double[BINS];
  private final double[] predicted = new double[BINS];
  private final double[] actual = new double[BINS];
  private final double[] squares = new double[BINS];
  private double low;
  private double width;

  /** What is not finite, of a model that diverged, is left out. */
  void add(double prediction, double label, double weight) {
    if (!Double.isFinite(prediction)) {
      return;
    }
    if (width == 0) {
      low = prediction;
      width = Math.max(Math.abs(prediction), 1e-3) * 1e-6;
    }
    while (prediction < low) {
      low -= BINS * width;
      join(BINS);
    }
    while (prediction >= low + BINS * width) {
      join(0);
    }
    int bin = Math.min((int) ((prediction - low) / width), BINS - 1);
    weights[bin] += weight;
    predicted[bin] += weight * prediction;
    actual[bin] += weight * label;
    squares[bin] += weight * label * label;
  }

  /** Makes bins twice as wide; what was in bin i is in bin (i + shift) / 2 then. */
  private void join(int shift) {
    width *= 2;
    for (double[] sums : List.of(weights, predicted, actual, squares)) {
      double[] joined = new double[BINS];
      for (int i = 0; i < BINS; i++) {
        joined[(i + shift) / 2] += sums[i];
      }
      System.arraycopy(joined, 0, sums, 0, BINS);
    }
  }

  ValueCurve curve(String label) {
    List<ValueBin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (weights[i] > 0) {
        double mean = actual[i] / weights[i];
        double variance = squares[i] / weights[i] - mean * mean;
        bins.add(
            new ValueBin(
                predicted[i] / weights[i], mean, Math.sqrt(Math.max(variance, 0)), weights[i]));
      }
    }
    return new ValueCurve(label, bins);
  }
}
