package dev.espalier.runtime.report;

import java.io.Console;

/** Whether somebody looks, as far as Java knows. */
final class Terminal {
  private static final int USUAL_COLUMNS = 80;

  private Terminal() {}

  /**
   * Whether there is a terminal: what the system property {@code espalier.progress} says ({@code
   * true}, {@code false}), else whether the JVM has a console. Java can't ask for standard error
   * alone; a script can, and set the property.
   */
  static boolean isThere() {
    String said = System.getProperty("espalier.progress");
    return said != null ? Boolean.parseBoolean(said) : isTerminal(System.console());
  }

  /**
   * From JDK 22 to 24 there is a console without a terminal too, which nothing in Java 17 can tell
   * from one with: there nobody looks unless the property says so.
   */
  private static boolean isTerminal(Console console) {
    int release = Runtime.version().feature();
    return console != null && (release < 22 || release > 24);
  }

  /** What {@code COLUMNS} says, where it is exported, else 80. */
  static int columns() {
    try {
      return Math.max(20, Integer.parseInt(System.getenv("COLUMNS")));
    } catch (NumberFormatException e) {
      return USUAL_COLUMNS;
    }
  }
}
