package dev.espalier.runtime.data.table;

import dev.espalier.runtime.model.ColumnBinding;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The query for some columns of Parquet files.
 *
 * <p>A text costs the driver about as much as ten numbers. So columns that have few of them come as
 * codes: DuckDB learns the texts of a column as an enum, by a walk over that column alone.
 */
final class ParquetQuery {
  private static final int MOST_TEXTS = 1 << 16;

  private final Connection connection;
  private final String from;
  private final List<String> headers = new ArrayList<>();
  private final List<ColumnType> types = new ArrayList<>();

  ParquetQuery(Connection connection, List<Path> files) throws SQLException {
    this.connection = connection;
    this.from =
        files.stream()
            .map(file -> "'" + file.toString().replace("'", "''") + "'")
            .collect(Collectors.joining(", ", " from read_parquet([", "])"));
    try (Statement statement = connection.createStatement();
        ResultSet described = statement.executeQuery("describe select *" + from)) {
      while (described.next()) {
        headers.add(described.getString("column_name"));
        types.add(ColumnType.named(described.getString("column_type")));
      }
    }
  }

  /**
   * The query for the columns of components; all come, but those that nobody takes as nothing.
   *
   * @param name how messages call the rows
   * @param lacking components that have no column
   * @param hint what else may be wrong where a column isn't found
   */
  TableQuery of(List<ColumnBinding> components, String name, Set<String> lacking, String hint)
      throws SQLException {
    BoundColumns bound =
        BoundColumns.find(name, components, headers, headers.size(), lacking, hint);
    bound.requireTypes(name, components, types);
    return of(Arrays.stream(bound.positions()).boxed().collect(Collectors.toSet()));
  }

  private TableQuery of(Set<Integer> used) throws SQLException {
    List<String> selected = new ArrayList<>();
    Map<Integer, String[]> dictionaries = new HashMap<>();
    for (int c = 0; c < headers.size(); c++) {
      String name = '"' + headers.get(c).replace("\"", "\"\"") + '"';
      if (!used.contains(c)) {
        selected.add("null as " + name);
        continue;
      }
      String coded = types.get(c).isText() ? coded(c, name, dictionaries) : name;
      selected.add(coded + " as " + name);
    }
    return new TableQuery(
        "select " + String.join(", ", selected) + from, List.copyOf(types), dictionaries);
  }

  /** A column of texts as codes, if there are few. */
  private String coded(int column, String name, Map<Integer, String[]> dictionaries)
      throws SQLException {
    String distinct = "select distinct " + name + from + " where " + name + " is not null";
    int count =
        Integer.parseInt(
            texts("select count(*) from (" + distinct + " limit " + (MOST_TEXTS + 1) + ")").get(0));
    if (count == 0 || count > MOST_TEXTS) {
      return name;
    }
    String type = "texts_of_" + column;
    try (Statement statement = connection.createStatement()) {
      statement.execute("create type " + type + " as enum (" + distinct + ")");
    }
    dictionaries.put(
        column, texts("select unnest(enum_range(null::" + type + "))").toArray(String[]::new));
    return "enum_code(" + name + "::" + type + ")";
  }

  private List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
