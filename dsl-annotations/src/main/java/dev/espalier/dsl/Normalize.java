package dev.espalier.dsl;

/** How numbers are brought to a common scale, by statistics of the training set. */
public enum Normalize {
  /** Mean 0, standard deviation 1; a constant column becomes 0. */
  STANDARDIZE,
  /** The training set's minimum becomes 0, its maximum 1; a constant column becomes 0. */
  UNIT_INTERVAL,
  /** Numbers enter as they are. */
  UNCHANGED
}
