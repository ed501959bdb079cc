package dev.espalier.runtime.sharing;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.draw.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Some of what a sharing scheme has learnt: a row for each task, or for what tasks share. Its text
 * is a table.
 *
 * @param name what it shows: {@code gates}, the level, the stitched layer, {@code attention}
 * @param rows the names of the rows
 * @param columns the names of the columns: experts, tasks, layers
 * @param values row by row; NaN where there is none, as a gate sees no other task's experts
 */
public record SharingTable(
    String name, List<String> rows, List<String> columns, List<List<Double>> values) {

  /** Keeps copies of the lists. */
  public SharingTable {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    values = values.stream().map(List::copyOf).toList();
  }

  /**
   * One number.
   *
   * @throws EspalierException if there is no such row or column; names those that there are
   */
  public double value(String row, String column) {
    return values.get(index("row", row, rows)).get(index("column", column, columns));
  }

  private int index(String what, String wanted, List<String> names) {
    int index = names.indexOf(wanted);
    if (index < 0) {
      throw new EspalierException(
          "The table `%s` has no %s `%s`; there are %s."
              .formatted(name, what, wanted, String.join(", ", names)));
    }
    return index;
  }

  /** Names to the left, numbers with three decimals below their columns; a dash for none. */
  @Override
  public String toString() {
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of(name));
    header.addAll(columns);
    lines.add(header);
    for (int row = 0; row < rows.size(); row++) {
      List<String> line = new ArrayList<>(List.of(rows.get(row)));
      values.get(row).forEach(value -> line.add(text(value)));
      lines.add(line);
    }
    return new TextTable(lines).ofNumbers();
  }

  /** A number as tables and pictures show it. */
  static String text(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }
}
