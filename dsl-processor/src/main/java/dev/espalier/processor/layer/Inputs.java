package dev.espalier.processor.layer;

/** How many inputs a layer takes, and what becomes of several. */
public enum Inputs {
  /** One; several are concatenated on the last axis. */
  JOINED,
  /** At least one, handed over one by one. */
  SEVERAL,
  /** At least two, handed over one by one. */
  TWO_OR_MORE,
  /** Exactly two, the second for its shape alone. */
  LIKE_SECOND
}
