package dev.espalier.dsl;

/** What becomes of a picture that has another size than declared. */
public enum Fit {
  /** It is an error that names both sizes. */
  EXACT,
  /** It is scaled to the size, height and width apart. */
  STRETCH,
  /** It is scaled until it covers the size, and what juts out is cut off evenly. */
  COVER,
  /** It is scaled until it fits into the size, in the middle of black. */
  CONTAIN
}
