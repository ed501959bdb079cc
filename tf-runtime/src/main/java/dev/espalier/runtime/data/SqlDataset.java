package dev.espalier.runtime.data;

import dev.espalier.runtime.model.ColumnBinding;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The rows of a query. */
record SqlDataset<E>(
    DataSource source, String query, List<ColumnBinding> columns, RowReader<E> reader)
    implements Dataset<E> {

  @Override
  public void read(Consumer<? super E> consumer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String name() {
    return "query";
  }
}
