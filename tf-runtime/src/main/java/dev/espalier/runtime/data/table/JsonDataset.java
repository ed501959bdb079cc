package dev.espalier.runtime.data.table;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.model.ColumnBinding;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The objects of a file. */
record JsonDataset<E>(
    Path file, Set<String> lacking, List<ColumnBinding> columns, RowReader<E> reader)
    implements Dataset<E> {

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  @Override
  public void read(Consumer<? super E> consumer) {
    JsonKeys keys = new JsonKeys(name(), columns, lacking);
    try (JsonLines lines = new JsonLines(name(), file, keys)) {
      JsonCells cells = new JsonCells(file.resolveSibling(""), keys.columns(), lines);
      while (lines.next()) {
        consumer.accept(cells.example(reader));
      }
      keys.requireAllSeen();
    }
  }
}
