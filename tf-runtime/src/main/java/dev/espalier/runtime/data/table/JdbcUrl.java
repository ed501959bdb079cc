package dev.espalier.runtime.data.table;

import dev.espalier.runtime.DataException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/**
 * A database by its URL.
 *
 * @param url as {@link DriverManager} takes it
 * @param options further ones of its driver
 */
record JdbcUrl(String url, Map<String, String> options) implements Connector {
  private static final String DUCK_DB = "jdbc:duckdb:";

  /** Where drivers that users often need are found. */
  private static final Map<String, String> ARTIFACTS =
      Map.of(
          "duckdb", "org.duckdb:duckdb_jdbc",
          "h2", "com.h2database:h2",
          "mariadb", "org.mariadb.jdbc:mariadb-java-client",
          "mysql", "com.mysql:mysql-connector-j",
          "postgresql", "org.postgresql:postgresql",
          "sqlite", "org.xerial:sqlite-jdbc");

  static JdbcUrl of(String url) {
    return new JdbcUrl(url, url.startsWith(DUCK_DB) ? streamed() : Map.of());
  }

  /** A DuckDB in memory, which is there while its connection is open. */
  static JdbcUrl duckDb() {
    return of(DUCK_DB);
  }

  /** Rows come as they are asked for: results need not fit into memory. */
  private static Map<String, String> streamed() {
    return Map.of("jdbc_stream_results", "true");
  }

  @Override
  public Connection open(String name) throws SQLException {
    requireDriver(name);
    Properties properties = new Properties();
    properties.putAll(options);
    return DriverManager.getConnection(url, properties);
  }

  private void requireDriver(String name) {
    boolean known =
        DriverManager.drivers()
            .anyMatch(
                driver -> {
                  try {
                    return driver.acceptsURL(url);
                  } catch (SQLException e) {
                    return false;
                  }
                });
    if (!known) {
      String[] parts = url.split(":", 3);
      String artifact = parts.length > 1 ? ARTIFACTS.get(parts[1]) : null;
      throw new DataException(
          "%s: found no driver for %s on the class path, expected one; add %s to the dependencies of your build"
              .formatted(name, url, artifact == null ? "that of the database" : artifact));
    }
  }
}
