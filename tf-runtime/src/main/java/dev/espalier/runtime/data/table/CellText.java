package dev.espalier.runtime.data.table;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.model.EnumTexts;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * A text that a cell holds and that should be a value.
 *
 * @param text without spaces around it; may be empty in a list
 * @param inList whether it is an element of the cell's list
 */
record CellText(Cells cells, int component, String text, boolean inList) {
  private static final Set<String> YES = Set.of("true", "yes", "y", "t", "1");
  private static final Set<String> NO = Set.of("false", "no", "n", "f", "0");

  /** Up to here every whole number is a double. */
  static final double EXACT = 0x1p53;

  /** A number; NaN is one. */
  double number() {
    return number("a number");
  }

  private double number(String expected) {
    if (text.equalsIgnoreCase("nan")) {
      return Double.NaN;
    }
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw refuse(expected);
    }
    // parseDouble also takes Java's literals: 1f, 0x1p3, Infinity.
    if (text.charAt(text.length() - 1) > '9' || text.indexOf('x') >= 0 || text.indexOf('X') >= 0) {
      throw refuse(expected);
    }
    if (Double.isInfinite(value)) {
      throw refuse("a finite number");
    }
    return value;
  }

  /** A number in single precision. */
  float narrowNumber() {
    float value = (float) number();
    if (Float.isInfinite(value)) {
      throw refuse("a finite number");
    }
    return value;
  }

  /** A whole number, also when it is written as 5.0. */
  long whole(long min, long max) {
    long value;
    try {
      value = Long.parseLong(text);
    } catch (NumberFormatException e) {
      double decimal = number("a whole number");
      if (decimal != Math.rint(decimal)) {
        throw refuse("a whole number");
      }
      if (Math.abs(decimal) > EXACT) {
        throw refuse("a whole number from " + min + " to " + max);
      }
      value = (long) decimal;
    }
    if (value < min || value > max) {
      throw refuse("a whole number from " + min + " to " + max);
    }
    return value;
  }

  /** Yes or no, as it is usually written. */
  boolean flag() {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!YES.contains(lower) && !NO.contains(lower)) {
      throw refuse("true or false (or yes, no, y, n, t, f, 1, 0)");
    }
    return YES.contains(lower);
  }

  /** Bytes. */
  byte[] base64() {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw refuse("bytes in base64");
    }
  }

  /** A constant. */
  <T extends Enum<T>> T constant(EnumTexts<T> texts) {
    return texts.find(text).orElseThrow(() -> refuse("one of " + String.join(", ", texts.texts())));
  }

  private DataException refuse(String expected) {
    String found = '"' + text + '"';
    return cells.refuse(
        component,
        inList ? found + " in the list \"" + cells.cell(component) + '"' : found,
        expected);
  }
}
