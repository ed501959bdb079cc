package dev.espalier.processor.plan;

import java.util.Optional;

/**
 * Paths of what is applied more than once with one set of weights: the trunk behind the stem of
 * {@code click} is {@code trunk@click}, and its weights those of {@code trunk}. Values, statistics
 * and draws belong to an application.
 */
public final class Applications {
  private static final String MARK = "@";

  private Applications() {}

  /** The path of something behind a task's stem; empty stands for no stem. */
  public static String behind(String stem, String path) {
    String[] parts = path.split("\\.", 2);
    return stem.isEmpty()
        ? path
        : parts[0] + MARK + stem + (parts.length > 1 ? "." + parts[1] : "");
  }

  /** The path of the weights that belong to a path. */
  public static String weights(String path) {
    return path.replaceFirst(MARK + "[^.]*", "");
  }

  /** The task in or behind whose stem a value is made. */
  public static Optional<String> stem(String path) {
    String[] parts = path.split("\\.");
    int mark = parts[0].indexOf(MARK);
    if (mark >= 0) {
      return Optional.of(parts[0].substring(mark + 1));
    }
    boolean inside = parts.length > 3 && parts[0].equals("tasks") && parts[2].equals("stem");
    return inside ? Optional.of(parts[1]) : Optional.empty();
  }
}
