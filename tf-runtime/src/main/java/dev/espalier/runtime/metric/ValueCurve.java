package dev.espalier.runtime.metric;

import java.util.List;

/**
 * How a regression's labels stand to what was predicted: what calibration is for probabilities. On
 * the diagonal a prediction is right on average; deviations say how far single labels are from it.
 *
 * <p>Predictions are counted in at most 64 bins of equal width, of which their range fills at least
 * a quarter.
 *
 * @param label its name: the task's, with the element's index where it predicts several
 * @param bins by rising prediction, those without rows left out
 */
public record ValueCurve(String label, List<ValueBin> bins) {

  /** Keeps a copy of the list. */
  public ValueCurve {
    bins = List.copyOf(bins);
  }

  /**
   * Rows of similar prediction, in the label's unit.
   *
   * @param predicted mean of their predictions
   * @param actual mean of their labels
   * @param deviation standard deviation of their labels
   * @param weight of them
   */
  public record ValueBin(double predicted, double actual, double deviation, double weight) {}
}
