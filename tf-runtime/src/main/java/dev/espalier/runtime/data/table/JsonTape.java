package dev.espalier.runtime.data.table;

import java.util.Arrays;

/** The values of one object, one after the other; a list is followed by its elements. */
final class JsonTape {
  private static final int FIRST = 64;

  /** What a value is. */
  enum Tag {
    NULL,
    WHOLE,
    REAL,
    /** A whole number beyond 64 bits; its digits are the text. */
    HUGE,
    TRUE,
    FALSE,
    TEXT,
    LIST,
    OBJECT
  }

  private Tag[] tags = new Tag[FIRST];
  private long[] wholes = new long[FIRST];
  private double[] reals = new double[FIRST];
  private String[] texts = new String[FIRST];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** A value that its tag says all of; its place. */
  int add(Tag tag) {
    if (size == tags.length) {
      tags = Arrays.copyOf(tags, 2 * size);
      wholes = Arrays.copyOf(wholes, 2 * size);
      reals = Arrays.copyOf(reals, 2 * size);
      texts = Arrays.copyOf(texts, 2 * size);
    }
    tags[size] = tag;
    return size++;
  }

  void addWhole(long value) {
    wholes[add(Tag.WHOLE)] = value;
  }

  void addReal(double value) {
    reals[add(Tag.REAL)] = value;
  }

  void addText(Tag tag, String text) {
    texts[add(tag)] = text;
  }

  /** Says how many elements follow a list. */
  void setLength(int list, int length) {
    wholes[list] = length;
  }

  Tag tag(int at) {
    return tags[at];
  }

  long whole(int at) {
    return wholes[at];
  }

  double real(int at) {
    return reals[at];
  }

  String text(int at) {
    return texts[at];
  }

  /** A value as messages show it. */
  String shown(int at) {
    return switch (tags[at]) {
      case NULL -> "null";
      case WHOLE -> Long.toString(wholes[at]);
      case REAL -> Double.toString(reals[at]);
      case HUGE -> texts[at];
      case TRUE -> "true";
      case FALSE -> "false";
      case TEXT -> '"' + texts[at] + '"';
      case LIST -> "a list";
      case OBJECT -> "an object";
    };
  }
}
