package dev.espalier.runtime.step;

/**
 * What decides how a session computes, beside the model and the optimizer.
 *
 * @param threads of TensorFlow; 0 for its default
 * @param batchSize rows of a usual step
 * @param wholeTables whether steps need the gradient of every row of a table, as a balancing method
 *     does that averages gradients
 */
public record SessionOptions(int threads, int batchSize, boolean wholeTables) {

  /** The usual ones with so many threads, and tables that are small beside a batch. */
  public static SessionOptions threads(int threads) {
    return new SessionOptions(threads, Integer.MAX_VALUE, false);
  }
}
