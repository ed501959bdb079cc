package dev.espalier.runtime.model;

/**
 * What a component takes from a cell; what a column with a type of its own is checked against
 * before any row of it is read.
 */
public enum CellType {
  /** Whatever the reader makes of it. */
  ANY("any type", "anything"),
  /** A number. */
  FLOAT("float", "numbers"),
  /** A number in double precision. */
  DOUBLE("double", "numbers"),
  /** A whole number of 32 bits. */
  INT("int", "whole numbers"),
  /** A whole number of 64 bits. */
  LONG("long", "whole numbers"),
  /** Yes or no. */
  BOOLEAN("boolean", "booleans, 0 and 1, or texts"),
  /** A text. */
  TEXT("String", "texts"),
  /** A file's path. */
  FILE("Path", "texts"),
  /** The text of an enum's constant. */
  ENUM("enum", "texts of its constants"),
  /** Several numbers. */
  FLOATS("float[]", "lists of numbers"),
  /** Several whole numbers of 32 bits. */
  INTS("int[]", "lists of whole numbers"),
  /** Several whole numbers of 64 bits. */
  LONGS("long[]", "lists of whole numbers"),
  /** Several whole numbers of 16 bits. */
  SHORTS("short[]", "lists of whole numbers"),
  /** Several times yes or no. */
  BOOLEANS("boolean[]", "lists of booleans"),
  /** Several texts. */
  TEXTS("several Strings", "lists of texts"),
  /** Several constants of an enum. */
  ENUMS("several constants of an enum", "lists of texts of its constants"),
  /** Raw bytes, or their base64 in a text. */
  BYTES("byte[]", "bytes, or texts of them in base64");

  private final String java;
  private final String words;

  CellType(String java, String words) {
    this.java = java;
    this.words = words;
  }

  /** How messages call the component's type. */
  public String java() {
    return java;
  }

  /** How messages call what a column should hold. */
  public String words() {
    return words;
  }
}
