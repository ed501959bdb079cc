package dev.espalier.dsl;

/** What stands in for a number that is missing. */
public enum Missing {
  /** The mean of the training set. */
  MEAN,
  /** The median of the training set; for an even count the mean of the middle two. */
  MEDIAN,
  /** The number given as {@code fill}. */
  CONSTANT
}
