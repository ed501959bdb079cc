package dev.espalier.runtime.step;

import dev.espalier.runtime.optimize.Averaging;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.Precision;
import java.util.Optional;

/**
 * What decides how a session computes, beside the model and the optimizer.
 *
 * @param threads of TensorFlow; 0 for its default
 * @param batchSize rows of a usual step
 * @param wholeTables whether steps need the gradient of every row of a table, as a balancing method
 *     does that averages gradients
 * @param averaging how averages follow the weights, if any do
 * @param precision that networks compute in
 * @param clipping what becomes of gradients before the optimizer gets them
 */
public record SessionOptions(
    int threads,
    int batchSize,
    boolean wholeTables,
    Optional<Averaging> averaging,
    Precision precision,
    Clipping clipping) {
  private static final double LOSS_SCALE = 0x1p15;
  private static final int LOSS_SCALE_INTERVAL = 2000;

  /** The usual ones with so many threads, and tables that are small beside a batch. */
  public static SessionOptions threads(int threads) {
    return new SessionOptions(
        threads, Integer.MAX_VALUE, false, Optional.empty(), Precision.FLOAT32, Clipping.none());
  }

  /** The same with another clipping. */
  public SessionOptions with(Clipping other) {
    return new SessionOptions(threads, batchSize, wholeTables, averaging, precision, other);
  }

  /** The factor of losses, where the range of numbers needs one. */
  Optional<LossScale> lossScale() {
    return precision == Precision.FLOAT16
        ? Optional.of(new LossScale(LOSS_SCALE, LOSS_SCALE_INTERVAL))
        : Optional.empty();
  }
}
