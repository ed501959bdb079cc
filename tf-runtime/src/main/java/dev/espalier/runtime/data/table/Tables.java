package dev.espalier.runtime.data.table;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.model.ColumnBinding;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Data sets that are rows of a table; what generated code calls.
 *
 * <p>Each takes where the components of an example are found, in their order, and what makes an
 * example of a row. Nothing is opened before a data set is read; what can't be read is a {@link
 * dev.espalier.runtime.DataException} that names file or query, row, column, what was found and
 * what was expected.
 */
public final class Tables {
  private Tables() {}

  /**
   * The rows of a file of separated values; one whose name ends in {@code .gz} is decompressed.
   *
   * @param columns where each component is found
   * @param reader makes an example of a row
   */
  public static <E> Dataset<E> csv(
      Path file, CsvFormat format, List<ColumnBinding> columns, RowReader<E> reader) {
    return new CsvDataset<>(file, format, List.copyOf(columns), reader);
  }

  /**
   * The objects of a file of JSON lines, or of an array in one; one whose name ends in {@code .gz}
   * is decompressed. A key that an object lacks is null there.
   *
   * @param lacking components that no object has a key for; others have to come once at least
   * @param columns where each component is found
   * @param reader makes an example of a row
   */
  public static <E> Dataset<E> jsonLines(
      Path file, Set<String> lacking, List<ColumnBinding> columns, RowReader<E> reader) {
    return new JsonDataset<>(file, Set.copyOf(lacking), List.copyOf(columns), reader);
  }

  /**
   * The rows of a Parquet file, or of all {@code *.parquet} in a folder by their names; read by
   * DuckDB, whose driver has to be on the class path.
   *
   * @param lacking components that the file has no column for
   * @param columns where each component is found
   * @param reader makes an example of a row
   */
  public static <E> Dataset<E> parquet(
      Path file, Set<String> lacking, List<ColumnBinding> columns, RowReader<E> reader) {
    return new ParquetDataset<>(file, Set.copyOf(lacking), List.copyOf(columns), reader);
  }

  /**
   * The rows of a query, each reading on a connection of its own. A query without {@code order by}
   * may give its rows in another order each time.
   *
   * @param columns where each component is found
   * @param reader makes an example of a row
   */
  public static <E> Dataset<E> sql(
      DataSource source, String query, List<ColumnBinding> columns, RowReader<E> reader) {
    return new SqlDataset<>(name -> source.getConnection(), query, List.copyOf(columns), reader);
  }

  /**
   * The rows of a query to a database by its JDBC URL, whose driver has to be on the class path;
   * see {@link #sql(DataSource, String, List, RowReader)}.
   */
  public static <E> Dataset<E> sql(
      String url, String query, List<ColumnBinding> columns, RowReader<E> reader) {
    return new SqlDataset<>(JdbcUrl.of(url), query, List.copyOf(columns), reader);
  }

  /**
   * The rows of a query to DuckDB, whose driver has to be on the class path. It reads files of many
   * kinds by their names: {@code select * from 'census.parquet' where age > 17}.
   */
  public static <E> Dataset<E> sql(String query, List<ColumnBinding> columns, RowReader<E> reader) {
    return new DuckDbDataset<>(query, List.copyOf(columns), reader);
  }
}
