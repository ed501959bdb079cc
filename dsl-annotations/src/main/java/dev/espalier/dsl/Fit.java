package dev.espalier.dsl;

/** How a picture comes to the height and width that are asked for. */
public enum Fit {
  /** It has them already; another size is an error. */
  EXACT,
  /** Height and width are scaled each for itself: everything is there, proportions are lost. */
  STRETCH,
  /** Scaled in proportion until it fills the size; what sticks out is cut off on both sides. */
  COVER,
  /** Scaled in proportion until all of it fits in, centred; what is left over is black. */
  CONTAIN
}
