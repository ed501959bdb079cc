package dev.espalier.dsl;

/** How the embedding rows of a bag become one row. */
public enum Pooling {
  /** Their mean. */
  AVERAGE,
  /** Their sum. */
  TOTAL
}
