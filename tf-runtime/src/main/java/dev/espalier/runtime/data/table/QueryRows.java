package dev.espalier.runtime.data.table;

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

/**
 * Reads the rows of a query as they come.
 *
 * @param name how messages call the query
 * @param hint what else may be wrong where a column isn't found
 */
record QueryRows(String name, String hint) {
  private static final int FETCHED_AT_ONCE = 1000;

  <E> void read(
      Connection connection,
      TableQuery query,
      List<ColumnBinding> columns,
      Set<String> lacking,
      RowReader<E> reader,
      Consumer<? super E> consumer)
      throws SQLException {
    // PostgreSQL fetches all rows at once unless it is inside a transaction.
    boolean committing = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      try (ResultSet rows = statement.executeQuery(query.text())) {
        read(rows, query, columns, lacking, reader, consumer);
      }
    } finally {
      leave(connection, committing);
    }
  }

  private <E> void read(
      ResultSet rows,
      TableQuery query,
      List<ColumnBinding> columns,
      Set<String> lacking,
      RowReader<E> reader,
      Consumer<? super E> consumer)
      throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    List<String> headers = new ArrayList<>();
    List<ColumnType> told = new ArrayList<>();
    for (int column = 1; column <= meta.getColumnCount(); column++) {
      headers.add(meta.getColumnLabel(column));
      told.add(ColumnType.of(meta.getColumnType(column), meta.getColumnTypeName(column)));
    }
    List<ColumnType> types = query.types().isEmpty() ? told : query.types();
    BoundColumns bound = BoundColumns.find(name, columns, headers, headers.size(), lacking, hint);
    bound.requireTypes(name, columns, types);
    ResultSetCells cells = new ResultSetCells(name, rows, bound, types, query.dictionaries());
    while (cells.next()) {
      consumer.accept(cells.example(reader));
    }
  }

  /** Ends the transaction, for pools that hand a connection on; one that is broken can't. */
  private static void leave(Connection connection, boolean committing) {
    try {
      connection.rollback();
      connection.setAutoCommit(committing);
    } catch (SQLException e) {
      // What broke the connection has been thrown already, or nobody needs it any more.
      return;
    }
  }
}
