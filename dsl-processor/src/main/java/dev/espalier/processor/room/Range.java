package dev.espalier.processor.room;

/**
 * What a number of an annotation may be.
 *
 * @param member the annotation's member; every entry where it is an array
 * @param noun what the number is, as a sentence starts with it: {@code A dropout rate}
 * @param least the least value
 * @param leastIncluded whether the least value itself is allowed
 * @param most the greatest value; infinite for none
 * @param mostIncluded whether the greatest value itself is allowed
 */
public record Range(
    String member,
    String noun,
    double least,
    boolean leastIncluded,
    double most,
    boolean mostIncluded) {
  /** The greatest number of units; beyond it numbers stand for those that a block is given. */
  public static final int MOST_UNITS = 1 << 20;

  /** The greatest number of classes or labels: generated code writes each of them. */
  public static final int MOST_CLASSES = 4000;

  /** A count: a whole number of at least {@code least}. */
  public static Range atLeast(String member, String noun, double least) {
    return new Range(member, noun, least, true, Double.POSITIVE_INFINITY, false);
  }

  /** A number above 0. */
  public static Range positive(String member, String noun) {
    return new Range(member, noun, 0, false, Double.POSITIVE_INFINITY, false);
  }

  /** A share: at least 0 and below 1. */
  public static Range share(String member, String noun) {
    return new Range(member, noun, 0, true, 1, false);
  }

  /** Any number that is finite as a {@code float}. */
  public static Range finite(String member, String noun) {
    return new Range(member, noun, -Float.MAX_VALUE, true, Float.MAX_VALUE, true);
  }

  /** The same with a greatest value that is allowed. */
  public Range atMost(double newMost) {
    return new Range(member, noun, least, leastIncluded, newMost, true);
  }

  /** Whether a number is inside; NaN never is. */
  public boolean contains(double number) {
    return (number > least || leastIncluded && number == least)
        && (number < most || mostIncluded && number == most);
  }

  /** The range in words, after "is": {@code at least 0 and below 1}. */
  public String words() {
    if (least == -Float.MAX_VALUE) {
      return most == Float.MAX_VALUE ? "finite as a float" : "at most " + number(most);
    }
    String from = (leastIncluded ? "at least " : "above ") + number(least);
    if (most == Double.POSITIVE_INFINITY) {
      return from;
    }
    return from + " and " + (mostIncluded ? "at most " : "below ") + number(most);
  }

  private static String number(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
