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

  /** From JDK 22 on there is a console without a terminal, too, and it says so. */
  private static boolean isTerminal(Console console) {
    try {
      return console != null
          && (Runtime.version().feature() < 22
              || (boolean) Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException e) {
      return false;
    }
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
