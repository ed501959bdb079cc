package dev.espalier.runtime.data.table;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.model.ColumnBinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
      TableQuery query = new ParquetQuery(connection, files()).of(columns, name(), lacking, HINT);
      new QueryRows(name(), HINT).read(connection, query, columns, lacking, reader, consumer);
    } catch (SQLException e) {
      throw new DataException(name() + ": could not be read: " + e.getMessage(), e);
    }
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
}
