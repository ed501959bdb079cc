package dev.espalier.runtime.step;

import dev.espalier.runtime.optimize.Averaging;
import java.util.Optional;

/**
 * What decides how a session computes, beside the model and the optimizer.
 *
 * @param threads of TensorFlow; 0 for its default
 * @param batchSize rows of a usual step
 * @param wholeTables whether steps need the gradient of every row of a table, as a balancing method
 *     does that averages gradients
 * @param averaging how averages follow the weights, if any do
 */
public record SessionOptions(
    int threads, int batchSize, boolean wholeTables, Optional<Averaging> averaging) {

  /** The usual ones with so many threads, and tables that are small beside a batch. */
  public static SessionOptions threads(int threads) {
    return new SessionOptions(threads, Integer.MAX_VALUE, false, Optional.empty());
  }
}
