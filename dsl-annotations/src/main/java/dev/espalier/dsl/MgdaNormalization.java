package dev.espalier.dsl;

/** What {@link Mgda} divides gradients by before it looks for the shortest mixture. */
public enum MgdaNormalization {
  /** Nothing. */
  AS_GIVEN,

  /** Their lengths. */
  LENGTH,

  /** Their losses. */
  LOSS,

  /** Their losses times their lengths. */
  LOSS_TIMES_LENGTH
}
