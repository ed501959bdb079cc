package dev.espalier.runtime.metric;

/** The root of the mean squared error of each element, in the label's unit; mean over elements. */
final class RootMeanSquaredError extends ElementErrors {

  RootMeanSquaredError(int length) {
    super("rmse", length);
  }

  @Override
  double cost(double error) {
    return error * error;
  }

  @Override
  double fromMean(double mean) {
    return Math.sqrt(mean);
  }
}
