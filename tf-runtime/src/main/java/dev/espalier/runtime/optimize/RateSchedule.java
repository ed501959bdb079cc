package dev.espalier.runtime.optimize;

import java.util.Optional;

/**
 * How the learning rate changes in the course of a run: what it is multiplied by, step by step.
 *
 * <p>Rates are fed, so that a schedule rebuilds nothing. Each run begins its schedule anew. An own
 * one is a function of the run and the step: {@code run -> step -> 1 / Math.sqrt(step)}. The
 * factories throw an {@link dev.espalier.runtime.EspalierException} for a setting outside its
 * range.
 */
@FunctionalInterface
public interface RateSchedule {

  /** The course it takes in a run that begins. */
  Course start(RunLength run);

  /** What of validations it goes by; nothing unless it says so. */
  default Optional<Watched> watched() {
    return Optional.empty();
  }

  /** A schedule in one run: what of it changes can be read and set, so that a run can go on. */
  @FunctionalInterface
  interface Course {

    /**
     * The factor of the learning rate in a step, at least 0.
     *
     * @param step of the run, from 1
     */
    double factor(long step);

    /**
     * A validation has ended; called only if the schedule {@linkplain RateSchedule#watched
     * watches}.
     *
     * @param value of what it watches, where smaller is better: a metric of which greater is better
     *     comes with the other sign
     */
    default void judged(double value) {}

    /**
     * What {@link #factor} depends on beside the step, as finite numbers; empty if there is
     * nothing.
     */
    default double[] state() {
      return new double[0];
    }

    /** Goes on from what {@link #state} gave in the course of an equal schedule. */
    default void restore(double[] state) {}
  }

  /**
   * What of validations a schedule watches.
   *
   * @param task the task's name; empty for all tasks: the sum of losses times loss weights
   * @param metric of the task; empty for its loss
   */
  record Watched(Optional<String> task, Optional<String> metric) {}

  /** The same rate in all steps. */
  static RateSchedule constant() {
    return new ConstantSchedule();
  }

  /**
   * Lower from time to time: multiplied by a factor after each stretch, {@code factor^floor((step -
   * 1) / every)}.
   *
   * @param factor above 0 and at most 1; 0.1 is usual
   */
  static RateSchedule staircase(double factor, Span every) {
    return new StaircaseSchedule(factor, every);
  }

  /**
   * Exponential decay: {@code factor^((step - 1) / over)}, a little lower in every step.
   *
   * @param factor what the rate has been multiplied by after the stretch, above 0 and at most 1
   */
  static RateSchedule exponential(double factor, Span over) {
    return new ExponentialSchedule(factor, over);
  }

  /** {@link #polynomial Polynomial decay} of power 1 to 0 over the whole run: a straight line. */
  static RateSchedule linear() {
    return polynomial(1, 0);
  }

  /** {@link #polynomial(double, double, Span) Polynomial decay} over the whole run. */
  static RateSchedule polynomial(double power, double least) {
    return polynomial(power, least, Span.part(1));
  }

  /**
   * Polynomial decay: {@code least + (1 - least) (1 - (step - 1) / over)^power}, then {@code
   * least}.
   *
   * <p>The first step has the full rate; the step after the stretch is the first with {@code
   * least}.
   *
   * @param power above 0; 1 is a straight line
   * @param least where it ends, at least 0 and below 1
   */
  static RateSchedule polynomial(double power, double least, Span over) {
    return new PolynomialSchedule(power, least, over);
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

  /**
   * {@link #cosineRestarts(Span, double, double, double) Cosine annealing with restarts} to 0, each
   * wave twice as long as the one before and as high.
   */
  static RateSchedule cosineRestarts(Span first) {
    return cosineRestarts(first, 2, 1, 0);
  }

  /**
   * Cosine annealing with warm restarts (SGDR: Loshchilov and Hutter, ICLR 2017): wave after wave,
   * each beginning with its full height again.
   *
   * @param first the length of the first wave
   * @param lengthening how many times as long each wave is as the one before, at least 1
   * @param lowering how many times as high, above 0 and at most 1
   * @param least what all waves fall to, at least 0 and below 1
   */
  static RateSchedule cosineRestarts(
      Span first, double lengthening, double lowering, double least) {
    return new RestartsSchedule(first, lengthening, lowering, least);
  }

  /** {@link #oneCycle(double, double, double) One cycle} with PyTorch's 0.3, 1/25 and 1/250,000. */
  static RateSchedule oneCycle() {
    return oneCycle(0.3, 1 / 25.0, 1 / 25e4);
  }

  /**
   * One cycle (Smith and Topin, <em>Super-Convergence</em>, 2018): up to the learning rate, which
   * is here the greatest, and then far down, both along half waves of the cosine. The first step
   * has {@code first}, the last of the rising part has 1, the last of the run {@code last}.
   *
   * <p>As PyTorch's in two phases; momentum, which the authors lower while the rate is high, stays.
   *
   * @param rising the part of the run in which the rate rises, at least 0 and below 1
   * @param first the factor it begins with, above 0 and at most 1
   * @param last the factor it ends with, from 0 to 1
   */
  static RateSchedule oneCycle(double rising, double first, double last) {
    return new OneCycleSchedule(rising, first, last);
  }

  /**
   * Lowered whenever validation brings nothing better for a while; more can be said of it.
   *
   * @param factor of the rate each time, above 0 and below 1
   * @param patience validations without anything better, at least 1
   */
  static ReduceOnPlateau onPlateau(double factor, int patience) {
    Watched all = new Watched(Optional.empty(), Optional.empty());
    return new ReduceOnPlateau(factor, patience, all, 0, 0, 0);
  }

  /**
   * The same after a warm-up (Goyal et al., 2017): for that stretch the rate rises in equal steps
   * to where this schedule begins, which then has what is left of the run. Of n steps of warm-up
   * the k-th has {@code k / (n + 1)} of it, so that none trains at 0.
   */
  default RateSchedule warmUp(Span span) {
    return new WarmUpSchedule(span, this);
  }
}
