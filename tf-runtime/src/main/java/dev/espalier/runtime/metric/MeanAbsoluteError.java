package dev.espalier.runtime.metric;

/** The mean distance of predicted values from labels, in the label's unit; mean over elements. */
final class MeanAbsoluteError extends ElementErrors {

  MeanAbsoluteError(int length) {
    super("mae", length);
  }

  @Override
  double cost(double error) {
    return Math.abs(error);
  }

  @Override
  double fromMean(double mean) {
    return mean;
  }
}
