package dev.espalier.processor.read;

/** The forms of Java types that components may have. */
public enum Form {
  /** {@code float} and {@code Float}. */
  FLOAT,
  /** {@code double} and {@code Double}. */
  DOUBLE,
  /** {@code int} and {@code Integer}. */
  INT,
  /** {@code long} and {@code Long}. */
  LONG,
  /** {@code boolean} and {@code Boolean}. */
  BOOLEAN,
  /** {@code String}. */
  TEXT,
  /** An enum. */
  CONSTANT,
  /** {@code float[]}. */
  FLOATS,
  /** {@code int[]}. */
  INTS,
  /** {@code long[]}. */
  LONGS,
  /** {@code boolean[]}. */
  BOOLEANS,
  /** {@code String[]}. */
  TEXTS,
  /** {@code Set<String>}. */
  TEXT_SET,
  /** {@code List<String>}. */
  TEXT_LIST,
  /** {@code Set<E>} of an enum. */
  CONSTANT_SET,
  /** {@code List<E>} of an enum. */
  CONSTANT_LIST,
  /** An array of an enum. */
  CONSTANTS,
  /** {@code byte[]}. */
  BYTES,
  /** {@code short[]}. */
  SHORTS,
  /** {@code java.awt.image.BufferedImage}. */
  PICTURE,
  /** {@code java.nio.file.Path}. */
  PATH,
  /** Anything else. */
  OTHER
}
