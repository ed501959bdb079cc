package dev.espalier.runtime.data.table;

import java.util.List;
import java.util.Map;

/**
 * What is asked of a database.
 *
 * @param text in SQL
 * @param types of the columns that come; none where the answer says them
 * @param dictionaries texts by their codes, for the columns of texts that come as codes, by
 *     position
 */
record TableQuery(String text, List<ColumnType> types, Map<Integer, String[]> dictionaries) {

  /** A query whose answer says all. */
  static TableQuery of(String text) {
    return new TableQuery(text, List.of(), Map.of());
  }
}
