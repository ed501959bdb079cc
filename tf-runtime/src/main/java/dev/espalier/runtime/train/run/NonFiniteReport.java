package dev.espalier.runtime.train.run;

import dev.espalier.runtime.train.option.NonFinite;
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
  /** A report with lists that nobody changes. */
  public NonFiniteReport {
    tasks = List.copyOf(tasks);
    rows = List.copyOf(rows);
    broken = List.copyOf(broken);
  }
}
