package dev.espalier.runtime.optimize;

import dev.espalier.runtime.EspalierException;

/**
 * An average of the weights of many steps, which a trainer evaluates, predicts with and saves,
 * while steps go on from the last weights: it lies in a wider valley than any of them.
 *
 * <p>Moving statistics of normalisations are averaged as weights are. Memory: one more copy of all
 * weights.
 */
public sealed interface Averaging {

  /**
   * A moving average over the weights after each step: {@code a = a + (1 - d) (w - a)}, where d is
   * the decay, but {@code (1 + t) / (10 + t)} in step t of the run as long as that is smaller, so
   * that the weights that the run began with are soon forgotten.
   *
   * <p>Source: Polyak and Juditsky, <em>Acceleration of stochastic approximation by averaging</em>,
   * 1992; the decay of the first steps is that of TensorFlow's {@code ExponentialMovingAverage}
   * with {@code num_updates}.
   *
   * @param decay above 0 and below 1, such as 0.999: the average goes back about 1 / (1 - decay)
   *     steps
   */
  static Averaging exponential(double decay) {
    return new Exponential(decay);
  }

  /**
   * The plain average of the weights at the end of each epoch, from one on; before, the last
   * weights. The learning rate should stay high from there on.
   *
   * <p>Source: Izmailov et al., <em>Averaging Weights Leads to Wider Optima and Better
   * Generalization</em> (SWA), UAI 2018. There, statistics of normalisations are computed anew for
   * the average by another walk over the data; here they are averaged.
   *
   * @param epoch the first whose weights count, from 1
   */
  static Averaging fromEpoch(int epoch) {
    return new FromEpoch(epoch);
  }

  /** See {@link #exponential}. */
  record Exponential(double decay) implements Averaging {

    /** A decay in range, else an {@code EspalierException}. */
    public Exponential {
      if (!(decay > 0 && decay < 1)) {
        throw new EspalierException(
            "The decay of an average must be above 0 and below 1; found " + decay + ".");
      }
    }

    /** The decay in a step of the run, from 1. */
    public double decay(long step) {
      return Math.min(decay, (1.0 + step) / (10.0 + step));
    }
  }

  /** See {@link #fromEpoch}. */
  record FromEpoch(int epoch) implements Averaging {

    /** An epoch in range, else an {@code EspalierException}. */
    public FromEpoch {
      if (epoch < 1) {
        throw new EspalierException(
            "The first epoch of an average must be at least 1; found " + epoch + ".");
      }
    }
  }
}
