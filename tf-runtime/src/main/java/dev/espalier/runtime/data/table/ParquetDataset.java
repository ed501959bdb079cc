package dev.espalier.runtime.data.table;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.model.ColumnBinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a Parquet file, or of several in a folder; columns that nobody takes stay unread. */
record ParquetDataset<E>(
    Path file, Set<String> lacking, List<ColumnBinding> columns, RowReader<E> reader)
    implements Dataset<E> {
  private static final String HINT =
      ". If it is not in the file, name it among those that the file lacks";

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  @Override
  public void read(Consumer<? super E> consumer) {
    if (!Files.exists(file)) {
      throw new DataException(
          name() + ": found no file at " + file.toAbsolutePath() + ", expected one to read");
    }
    try (Connection connection = JdbcUrl.duckDb().open(name())) {
      new QueryRows(name(), HINT)
          .read(connection, query(connection), columns, lacking, reader, consumer);
    } catch (SQLException e) {
      throw new DataException(name() + ": could not be read: " + e.getMessage(), e);
    }
  }

  /** In the order of the file: all columns where one goes by its position, else those in use. */
  private String query(Connection connection) throws SQLException {
    String from =
        files().stream()
            .map(each -> "'" + each.toString().replace("'", "''") + "'")
            .collect(Collectors.joining(", ", " from read_parquet([", "])"));
    if (columns.isEmpty() || columns.stream().anyMatch(column -> column.at() >= 0)) {
      return "select *" + from;
    }
    List<String> headers = headers(connection, from);
    BoundColumns bound = BoundColumns.find(name(), columns, headers, headers.size(), lacking, HINT);
    Set<Integer> used = new TreeSet<>();
    for (int position : bound.positions()) {
      if (position >= 0) {
        used.add(position);
      }
    }
    return used.stream()
        .map(position -> '"' + headers.get(position).replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(", ", "select ", from));
  }

  private List<Path> files() {
    if (!Files.isDirectory(file)) {
      return List.of(file);
    }
    try (Stream<Path> inside = Files.list(file)) {
      List<Path> files =
          inside.filter(each -> each.toString().endsWith(".parquet")).sorted().toList();
      if (files.isEmpty()) {
        throw new DataException(
            name() + ": found a folder without any *.parquet, expected one at least");
      }
      return files;
    } catch (IOException e) {
      throw new DataException(name() + ": could not be opened: " + e, e);
    }
  }

  private static List<String> headers(Connection connection, String from) throws SQLException {
    List<String> headers = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet described = statement.executeQuery("describe select *" + from)) {
      while (described.next()) {
        headers.add(described.getString("column_name"));
      }
    }
    return headers;
  }
}
