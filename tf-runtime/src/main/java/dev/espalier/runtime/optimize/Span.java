package dev.espalier.runtime.optimize;

/**
 * A stretch of a run: so many steps, so many epochs, or a part of it.
 *
 * <p>The factories throw an {@link dev.espalier.runtime.EspalierException} for a length that is not
 * above 0.
 */
public sealed interface Span permits StepSpan, EpochSpan, PartSpan {

  /** How many steps of a run it is: rounded, at least 1. */
  long in(RunLength run);

  /** So many steps, at least 1. */
  static Span steps(long count) {
    return new StepSpan(count);
  }

  /** So many walks over the training set, above 0; half of one is 0.5. */
  static Span epochs(double count) {
    return new EpochSpan(count);
  }

  /** A part of the whole run, above 0 and at most 1: 0.05 is its first twentieth. */
  static Span part(double ofRun) {
    return new PartSpan(ofRun);
  }
}
