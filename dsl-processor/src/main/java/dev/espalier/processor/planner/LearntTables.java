package dev.espalier.processor.planner;

import dev.espalier.processor.plan.Applications;
import dev.espalier.processor.plan.LearntTable;
import dev.espalier.processor.plan.LearntTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Tables of what a scheme learns that is made behind several stems, put together. */
final class LearntTables {
  private LearntTables() {}

  /**
   * Adds the rows of a table that are made behind a stem to those of its name.
   *
   * @param stem the task whose stem it is; empty for none, where everything is made
   * @param made whether something is made there
   */
  static void add(
      List<LearntTable> tables, LearntTable table, String stem, Predicate<String> made) {
    List<Row> rows = new ArrayList<>();
    int at = 0;
    while (at < tables.size() && !tables.get(at).name().equals(table.name())) {
      at++;
    }
    if (at < tables.size()) {
      rows.addAll(tables.get(at).rows());
    }
    for (Row row : table.rows()) {
      Row there = stem.isEmpty() ? row : behind(stem, table, row);
      if (made.test(row.path()) && !rows.contains(there)) {
        rows.add(there);
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    LearntTable whole = new LearntTable(table.kind(), table.name(), table.columns(), rows);
    if (at < tables.size()) {
      tables.set(at, whole);
    } else {
      tables.add(whole);
    }
  }

  /** Weights are the same behind all stems; a value is one for each. */
  private static Row behind(String stem, LearntTable table, Row row) {
    return table.isOfWeights()
        ? row
        : new Row(
            row.name().equals("shared") ? "shared, " + stem : row.name(),
            Applications.behind(stem, row.path()),
            row.columns());
  }
}
