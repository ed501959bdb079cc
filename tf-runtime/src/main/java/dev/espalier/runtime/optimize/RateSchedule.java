package dev.espalier.runtime.optimize;

/**
 * How the learning rate changes in the course of a run: what it is multiplied by, step by step.
 *
 * <p>Rates are fed, so that a schedule rebuilds nothing.
 */
@FunctionalInterface
public interface RateSchedule {

  /**
   * The factor of the learning rate in a step, at least 0.
   *
   * @param step of the run, from 1
   * @param steps of the whole run
   */
  double factor(long step, long steps);

  /** The same rate in all steps. */
  static RateSchedule constant() {
    return (step, steps) -> 1;
  }

  /** {@link #cosine(double) Cosine annealing} to 0. */
  static RateSchedule cosine() {
    return cosine(0);
  }

  /**
   * Cosine annealing: from 1 down to {@code least}, slowly at both ends, along half a wave of the
   * cosine over the whole run (Loshchilov and Hutter, ICLR 2017, without restarts).
   *
   * <p>The first step has the full rate; the last one is a step's share away from {@code least}.
   *
   * @param least where it ends, at least 0 and below 1
   */
  static RateSchedule cosine(double least) {
    return new CosineSchedule(least);
  }
}
