package dev.espalier.runtime.report.tensorboard;

import org.tensorflow.proto.HistogramProto;

/** Values as a histogram of bins of equal width. */
final class Histograms {
  private static final int BINS = 30;

  private Histograms() {}

  /** A histogram of the finite ones of some values. */
  static HistogramProto of(float[] values) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    double squares = 0;
    long count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        sum += value;
        squares += (double) value * value;
        count++;
      }
    }
    HistogramProto.Builder histogram = HistogramProto.newBuilder();
    if (count == 0) {
      return histogram.build();
    }
    histogram
        .setMin(least)
        .setMax(greatest)
        .setNum((double) count)
        .setSum(sum)
        .setSumSquares(squares);
    double width = (greatest - least) / BINS;
    double[] counts = new double[BINS];
    for (float value : values) {
      if (Float.isFinite(value)) {
        counts[width > 0 ? Math.min((int) ((value - least) / width), BINS - 1) : 0]++;
      }
    }
    // Limits are the upper ends of bins; where all is equal one bin holds it.
    for (int bin = 0; bin < (width > 0 ? BINS : 1); bin++) {
      boolean last = bin == BINS - 1 || width == 0;
      histogram.addBucketLimit(last ? greatest : least + (bin + 1) * width);
      histogram.addBucket(counts[bin]);
    }
    return histogram.build();
  }
}
