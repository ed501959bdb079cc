package dev.espalier.samples.cli;

import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.optimize.Span;
import java.util.Locale;

/** How the learning rate of a sample changes in the course of a run, as the command line says. */
public enum Rates {
  /** Not at all. */
  CONSTANT,
  /** Times 0.1 after each third of the run. */
  STAIRCASE,
  /** Down to a hundredth, by the same factor in every step. */
  EXPONENTIAL,
  /** Down to 0 along a line. */
  LINEAR,
  /** Down to a hundredth along a parabola. */
  POLYNOMIAL,
  /** Down to 0, along half a wave of the cosine. */
  COSINE,
  /** The same three times, each twice as long as the one before. */
  COSINE_RESTARTS,
  /** Up for three tenths of the run, then far down. */
  ONE_CYCLE,
  /** Halved when three validations have brought no smaller losses. */
  ON_PLATEAU;

  RateSchedule schedule() {
    return switch (this) {
      case CONSTANT -> RateSchedule.constant();
      case STAIRCASE -> RateSchedule.staircase(0.1, Span.part(1 / 3.0));
      case EXPONENTIAL -> RateSchedule.exponential(0.01, Span.part(1));
      case LINEAR -> RateSchedule.linear();
      case POLYNOMIAL -> RateSchedule.polynomial(2, 0.01);
      case COSINE -> RateSchedule.cosine();
      case COSINE_RESTARTS -> RateSchedule.cosineRestarts(Span.part(1 / 7.0));
      case ONE_CYCLE -> RateSchedule.oneCycle();
      case ON_PLATEAU -> RateSchedule.onPlateau(0.5, 3);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
