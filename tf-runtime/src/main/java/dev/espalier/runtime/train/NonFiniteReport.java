package dev.espalier.runtime.train;

import java.util.List;

/**
 * A step that could not be taken, because something is no finite number.
 *
 * @param epoch from 1
 * @param step of the epoch, from 1
 * @param steps of the run that were taken, this one included
 * @param tasks whose losses are not finite; none if it is a gradient, or a weight
 * @param rows of the batch, as data sets count them: {@code examples, row 17}
 * @param broken those of them whose losses are not finite, as far as losses are by row
 * @param answer what the run does
 */
public record NonFiniteReport(
    int epoch,
    int step,
    long steps,
    List<String> tasks,
    List<String> rows,
    List<String> broken,
    NonFinite answer) {
  private static final int SHOWN = 10;

  /** A report with lists that nobody changes. */
  public NonFiniteReport {
    tasks = List.copyOf(tasks);
    rows = List.copyOf(rows);
    broken = List.copyOf(broken);
  }

  /** Which rows they were, as far as fits in a sentence. */
  String where() {
    if (rows.isEmpty()) {
      return "";
    }
    boolean some = !broken.isEmpty() && broken.size() < rows.size();
    return some
        ? " It is in %s; the batch's rows: %s.".formatted(shown(broken), shown(rows))
        : " The batch's rows: %s.".formatted(shown(rows));
  }

  private static String shown(List<String> some) {
    String first = String.join("; ", some.subList(0, Math.min(SHOWN, some.size())));
    return some.size() > SHOWN ? first + " and %d more".formatted(some.size() - SHOWN) : first;
  }
}
