package dev.espalier.runtime.step;

import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import java.util.Arrays;
import org.tensorflow.types.TFloat32;

/** The losses of all tasks added up over batches, in double precision. */
public final class LossTotals implements Resumable {
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
    add(tasks, numbers(stacked));
  }

  /** Adds the sums of one batch. */
  void add(int[] tasks, double[] stacked) {
    Arrays.fill(last, Double.NaN);
    for (int i = 0; i < tasks.length; i++) {
      int task = tasks[i];
      double loss = stacked[i];
      double weight = stacked[tasks.length + i];
      if (weight > 0) {
        losses[task] += loss;
        weights[task] += weight;
      }
      last[task] = weight > 0 ? loss / weight : Double.NaN;
    }
  }

  /** Single numbers of a vector. */
  static double[] numbers(TFloat32 vector) {
    double[] numbers = new double[Math.toIntExact(vector.shape().size())];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = vector.getFloat(i);
    }
    return numbers;
  }

  /** Adds a batch without labels. */
  public void addNone() {
    Arrays.fill(last, Double.NaN);
  }

  @Override
  public void keep(RunState to) {
    to.put("losses", losses);
    to.put("weights", weights);
  }

  @Override
  public void resume(RunState from) {
    System.arraycopy(from.numbers("losses", losses.length), 0, losses, 0, losses.length);
    System.arraycopy(from.numbers("weights", weights.length), 0, weights, 0, weights.length);
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
