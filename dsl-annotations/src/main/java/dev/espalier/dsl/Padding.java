package dev.espalier.dsl;

/** What a layer with a kernel or window does at the borders. */
public enum Padding {
  /**
   * Positions beyond the borders are added, so that {@code size} becomes {@code size / stride},
   * rounded up; where their number is odd, the one more comes last.
   */
  SAME,
  /**
   * The kernel stays inside: {@code size} becomes {@code (size - kernel) / stride + 1}, rounded
   * down.
   */
  VALID
}
