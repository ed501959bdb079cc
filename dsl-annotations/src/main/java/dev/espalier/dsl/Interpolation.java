package dev.espalier.dsl;

/** Where values between positions come from. */
public enum Interpolation {
  /** From the nearest position. */
  NEAREST,
  /** From the positions around, weighted by how near they are; positions are centres of pixels. */
  BILINEAR
}
