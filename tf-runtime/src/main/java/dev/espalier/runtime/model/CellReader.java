package dev.espalier.runtime.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The cells of one row of a file or query, by index of component.
 *
 * <p>Each method throws a {@link dev.espalier.runtime.DataException} that names source, row,
 * column, what was found and what was expected. Empty cells give NaN or null where the method says
 * so and are an error elsewhere.
 */
public interface CellReader {

  /** A number; NaN when empty. */
  float number(int component);

  /** A number in double precision; NaN when empty. */
  double decimal(int component);

  /** A number, null when empty. */
  Float numberOrNull(int component);

  /** A number in double precision, null when empty. */
  Double decimalOrNull(int component);

  /** A whole number. */
  int integer(int component);

  /** A whole number, null when empty. */
  Integer integerOrNull(int component);

  /** A whole number. */
  long whole(int component);

  /** A whole number, null when empty. */
  Long wholeOrNull(int component);

  /**
   * Yes or no.
   *
   * @param yes the text of yes, all others being no; empty for the usual ones (true, yes, y, t, 1)
   */
  boolean flag(int component, String yes);

  /** Yes or no as {@link #flag}, null when empty. */
  Boolean flagOrNull(int component, String yes);

  /** A text, null when empty. */
  String text(int component);

  /** A file, null when empty; in a CSV file relative to the folder that it lies in. */
  Path path(int component);

  /** An enum constant, null when empty. */
  <T extends Enum<T>> T constant(int component, EnumTexts<T> texts);

  /** A list of numbers, null when empty. */
  float[] numbers(int component);

  /** A list of whole numbers, null when empty. */
  int[] integers(int component);

  /** A list of whole numbers, null when empty. */
  long[] wholes(int component);

  /** A list of whole numbers of 16 bits, such as samples of a sound, null when empty. */
  short[] shorts(int component);

  /** Raw bytes, in a text as base64, null when empty. */
  byte[] bytes(int component);

  /** A list of yes and no, null when empty. */
  boolean[] flags(int component);

  /** A list of texts, null when empty. */
  String[] texts(int component);

  /** A set of texts, null when empty. */
  Set<String> textSet(int component);

  /** A list of texts, null when empty. */
  List<String> textList(int component);

  /** Enum constants by position, null when empty; an empty element is null. */
  <T extends Enum<T>> T[] constants(int component, EnumTexts<T> texts);

  /** A set of enum constants, null when empty. */
  <T extends Enum<T>> Set<T> constantSet(int component, EnumTexts<T> texts);

  /** A list of enum constants, null when empty. */
  <T extends Enum<T>> List<T> constantList(int component, EnumTexts<T> texts);
}
