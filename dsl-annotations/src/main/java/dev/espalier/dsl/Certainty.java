package dev.espalier.dsl;

/** What {@link ConfidenceScheduling} follows, from 0 to 1. */
public enum Certainty {
  /**
   * The mean of the largest probability: of a class, or of yes and no. At least 1 over the number
   * of classes.
   */
  CONFIDENCE,

  /** The mean entropy of the probabilities, over that of even ones. */
  ENTROPY
}
