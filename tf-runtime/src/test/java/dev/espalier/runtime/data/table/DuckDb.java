package dev.espalier.runtime.data.table;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes the files of tests. */
final class DuckDb {
  private DuckDb() {}

  /** A Parquet file of what a query gives. */
  static Path parquet(Path file, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("copy (" + query + ") to '" + file + "' (format parquet)");
    }
    return file;
  }
}
