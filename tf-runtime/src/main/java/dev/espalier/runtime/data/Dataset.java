package dev.espalier.runtime.data;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.model.ColumnBinding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import javax.sql.DataSource;

/**
 * A source of examples that can be read from its beginning any number of times.
 *
 * <p>Nothing is read before {@link #read}. Cells that can't be understood, rows that the example's
 * constructor refuses and sources that can't be opened are a {@link DataException} that says where.
 *
 * @param <E> the user's example
 */
public interface Dataset<E> {

  /** Gives every example to the consumer, in order. */
  void read(Consumer<? super E> consumer);

  /** How messages call this data set: a file's name, {@code query}, {@code examples}. */
  String name();

  /** The examples of a collection. */
  static <E> Dataset<E> of(Iterable<? extends E> examples) {
    return new MemoryDataset<>("examples", examples);
  }

  /**
   * The rows of a file of separated values; one whose name ends in {@code .gz} is decompressed.
   *
   * @param columns where each component is found, in the order of the components
   * @param reader makes an example of a row
   */
  static <E> Dataset<E> csv(
      Path file, CsvFormat format, List<ColumnBinding> columns, RowReader<E> reader) {
    return new CsvDataset<>(file, format, List.copyOf(columns), reader);
  }

  /**
   * The rows of a query, each reading on a connection of its own. A query without {@code order by}
   * may give its rows in another order each time.
   *
   * @param columns where each component is found, in the order of the components
   * @param reader makes an example of a row
   */
  static <E> Dataset<E> sql(
      DataSource source, String query, List<ColumnBinding> columns, RowReader<E> reader) {
    return new SqlDataset<>(source, query, List.copyOf(columns), reader);
  }

  /**
   * The rows whose index, counted from 0 in this data set, the predicate keeps; {@code where(i -> i
   * % 10 != 0)} and {@code where(i -> i % 10 == 0)} split a data set. The name says {@code
   * filtered}, because messages then count the rows that are kept.
   */
  default Dataset<E> where(LongPredicate byRowIndex) {
    return new FilteredDataset<>(this, byRowIndex);
  }

  /** The same examples in memory, read once and now. */
  default Dataset<E> load() {
    return new MemoryDataset<>(name(), toList());
  }

  /** The examples themselves, read now, such as those that something is to be predicted for. */
  default List<E> toList() {
    List<E> examples = new ArrayList<>();
    read(examples::add);
    return Collections.unmodifiableList(examples);
  }
}
