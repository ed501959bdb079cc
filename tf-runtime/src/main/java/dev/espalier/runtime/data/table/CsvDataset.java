package dev.espalier.runtime.data.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.model.ColumnBinding;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The rows of a file. */
record CsvDataset<E>(Path file, CsvFormat format, List<ColumnBinding> columns, RowReader<E> reader)
    implements Dataset<E> {
  private static final String HINT =
      ". If it is not in the file, CsvFormat.standard().lacking(...) says so; if this is no header, give every component its @Column(at = n); if it was cut wrongly,"
          + " say how with CsvFormat.standard().withSeparator(...)";

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  @Override
  public void read(Consumer<? super E> consumer) {
    try (CsvLines lines = new CsvLines(name(), file, format)) {
      boolean header = format.header().orElseGet(() -> columns.stream().anyMatch(c -> c.at() < 0));
      if (!lines.hasNext()) {
        if (header) {
          throw new DataException(name() + ": found an empty file, expected a header");
        }
        return;
      }
      CsvRecord first = lines.next();
      List<String> headers = header ? headers(first) : List.of();
      CsvCells cells =
          new CsvCells(
              name(),
              file.resolveSibling(""),
              format,
              BoundColumns.find(
                  name(), columns, headers, first.getFieldCount(), format.lacking(), HINT));
      if (!header) {
        consumer.accept(example(cells, first, first.getFieldCount()));
      }
      while (lines.hasNext()) {
        consumer.accept(example(cells, lines.next(), first.getFieldCount()));
      }
    }
  }

  private static List<String> headers(CsvRecord line) {
    // Some tools begin a file with a byte order mark, which is no part of the first name.
    return line.getFields().stream()
        .map(h -> (h.startsWith("\uFEFF") ? h.substring(1) : h).strip())
        .toList();
  }

  private E example(CsvCells cells, CsvRecord line, int width) {
    cells.moveTo(line);
    if (line.getFieldCount() != width) {
      throw new DataException(
          "%s: found %d cells, expected %d, as in the first line"
              .formatted(cells.row(), line.getFieldCount(), width));
    }
    return cells.example(reader);
  }
}
