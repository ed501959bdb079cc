package dev.espalier.runtime.data.table;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.model.ColumnBinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rows of a query to DuckDB. What it gives is written to a temporary file of Parquet first, for
 * texts to come out of that as codes.
 */
record DuckDbDataset<E>(String query, List<ColumnBinding> columns, RowReader<E> reader)
    implements Dataset<E> {

  @Override
  public String name() {
    return "query";
  }

  @Override
  public void read(Consumer<? super E> consumer) {
    try (Connection connection = JdbcUrl.duckDb().open(name())) {
      Path file = Files.createTempFile("espalier-", ".parquet");
      try {
        write(connection, file);
        TableQuery all =
            new ParquetQuery(connection, List.of(file))
                .of(columns, name(), Set.of(), SqlDataset.HINT);
        new QueryRows(name(), SqlDataset.HINT)
            .read(connection, all, columns, Set.of(), reader, consumer);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (SQLException | IOException e) {
      throw new DataException(name() + ": could not be read: " + e.getMessage(), e);
    }
  }

  private void write(Connection connection, Path file) throws SQLException {
    String plain = query.strip();
    String open = plain.endsWith(";") ? plain.substring(0, plain.length() - 1) : plain;
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "copy (%s) to '%s' (format parquet)".formatted(open, file.toString().replace("'", "''")));
    }
  }
}
