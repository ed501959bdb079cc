package dev.espalier.runtime.data;

import dev.espalier.runtime.model.ColumnBinding;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The rows of a file. */
record CsvDataset<E>(Path file, CsvFormat format, List<ColumnBinding> columns, RowReader<E> reader)
    implements Dataset<E> {

  @Override
  public void read(Consumer<? super E> consumer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String name() {
    return file.getFileName().toString();
  }
}
