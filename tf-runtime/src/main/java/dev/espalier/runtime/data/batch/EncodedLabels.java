package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.store.Floats;

/** The labels and weights of one task, as the network takes them. */
public interface EncodedLabels {

  /** Rows that have a label. */
  int count();

  /** Whether any label counts: one has a weight above 0. */
  boolean hasWeight();

  /** The labels and weights of a batch. */
  Batch.Labels batch(BatchRows rows, TensorScope scope);

  /**
   * Labels and weights in order, as metrics take them: classes by index, regressions standardized.
   *
   * @param labels to be filled, {@code [count, labelWidth]}
   * @param weights to be filled, {@code [count, weightWidth]}; 0 where there is no label
   */
  void read(int firstRow, int count, float[] labels, float[] weights);

  /** The sum of a batch's weights. */
  static double total(float[] weights, int count) {
    double total = 0;
    for (int i = 0; i < count; i++) {
      total += weights[i];
    }
    return total;
  }

  /** Whether any of some weights is above 0. */
  static boolean anyAboveZero(Floats weights) {
    for (long i = 0; i < weights.size(); i++) {
      if (weights.get(i) > 0) {
        return true;
      }
    }
    return false;
  }
}
