package dev.espalier.runtime.data.table;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.model.ColumnBinding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The rows of a query. */
record SqlDataset<E>(
    Connector source, String query, List<ColumnBinding> columns, RowReader<E> reader)
    implements Dataset<E> {
  /** What may be wrong where a column isn't found. */
  static final String HINT = ". Name it so in the query: select ... as wanted";

  @Override
  public String name() {
    return "query";
  }

  @Override
  public void read(Consumer<? super E> consumer) {
    try (Connection connection = source.open(name())) {
      new QueryRows(name(), HINT)
          .read(connection, TableQuery.of(query), columns, Set.of(), reader, consumer);
    } catch (SQLException e) {
      throw new DataException(name() + ": could not be read: " + e.getMessage(), e);
    }
  }
}
