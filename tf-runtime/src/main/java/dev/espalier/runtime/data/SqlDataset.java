package dev.espalier.runtime.data;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.model.ColumnBinding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The rows of a query. */
record SqlDataset<E>(
    DataSource source, String query, List<ColumnBinding> columns, RowReader<E> reader)
    implements Dataset<E> {
  private static final int FETCHED_AT_ONCE = 1000;

  @Override
  public String name() {
    return "query";
  }

  @Override
  public void read(Consumer<? super E> consumer) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      try (ResultSet rows = statement.executeQuery(query)) {
        List<String> headers = headers(rows.getMetaData());
        ResultSetCells cells =
            new ResultSetCells(
                name(),
                rows,
                BoundColumns.find(name(), columns, headers, headers.size(), Set.of(), ""));
        while (cells.next()) {
          consumer.accept(cells.example(reader));
        }
      }
    } catch (SQLException e) {
      throw new DataException(name() + ": could not be read: " + e.getMessage(), e);
    }
  }

  private static List<String> headers(ResultSetMetaData meta) throws SQLException {
    List<String> headers = new ArrayList<>();
    for (int column = 1; column <= meta.getColumnCount(); column++) {
      headers.add(meta.getColumnLabel(column));
    }
    return headers;
  }
}
