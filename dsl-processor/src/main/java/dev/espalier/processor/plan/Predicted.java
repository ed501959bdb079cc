package dev.espalier.processor.plan;

/** The forms of what a task predicts, as a component of the generated prediction. */
public enum Predicted {
  /** {@code float}. */
  NUMBER,
  /** {@code float[]}. */
  NUMBERS,
  /** One of several classes, with the probability of each. */
  CLASS,
  /** Labels, with the probability of each. */
  LABELS,
  /** A class for each position: an array of the label's own type. */
  CLASS_EACH
}
