package dev.espalier.runtime.step;

import java.util.Arrays;
import org.tensorflow.types.TFloat32;

/** The losses of all tasks added up over batches, in double precision. */
public final class LossTotals {
  private final double[] losses;
  private final double[] weights;
  private final double[] last;

  public LossTotals(int tasks) {
    losses = new double[tasks];
    weights = new double[tasks];
    last = new double[tasks];
  }

  /**
   * Adds the sums of one batch, as {@link LossSums.Stacked} has them.
   *
   * @param tasks that they are of; the others have no labels in the batch
   */
  public void add(int[] tasks, TFloat32 stacked) {
    Arrays.fill(last, Double.NaN);
    for (int i = 0; i < tasks.length; i++) {
      int task = tasks[i];
      float loss = stacked.getFloat(i);
      float weight = stacked.getFloat(tasks.length + i);
      if (weight > 0) {
        losses[task] += loss;
        weights[task] += weight;
      }
      last[task] = weight > 0 ? (double) loss / weight : Double.NaN;
    }
  }

  /** Adds a batch without labels. */
  public void addNone() {
    Arrays.fill(last, Double.NaN);
  }

  /** A task's mean loss so far; NaN without any weight. */
  public double mean(int task) {
    return weights[task] > 0 ? losses[task] / weights[task] : Double.NaN;
  }

  /** The mean losses of the last batch; NaN without any weight there. */
  public double[] last() {
    return last.clone();
  }
}
