package dev.espalier.runtime.data;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.split.Split;
import dev.espalier.runtime.data.split.SplitPart;
import dev.espalier.runtime.data.split.Splitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

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
   * The rows whose index, counted from 0 in this data set, the predicate keeps; {@link #split}
   * draws rows by chance. The name says {@code filtered}, because messages then count the rows that
   * are kept.
   */
  default Dataset<E> where(LongPredicate byRowIndex) {
    return new FilteredDataset<>(this, byRowIndex);
  }

  /** The rows that hold what the predicate asks for; the name says {@code filtered}. */
  default Dataset<E> filter(Predicate<? super E> keeps) {
    return new ChosenDataset<>(this, keeps, "filtered");
  }

  /**
   * Parts for training, validation and test, drawn by chance; see {@link Splitter#split}.
   *
   * @param train share of the rows, from 0 to 1
   * @param validation share of the rows; 0 for an empty part
   * @param test share of the rows; all three are 1 together
   * @param seed what rows are drawn from: the same data and seed give the same parts
   */
  default Split<E> split(double train, double validation, double test, long seed) {
    return splitter().split(train, validation, test, seed);
  }

  /**
   * A split with labels as often in each part as in the whole, or with groups of rows that stay
   * together, or into folds.
   */
  default Splitter<E> splitter() {
    return Splitter.of(this);
  }

  /**
   * Parts by what rows hold, in whatever order they come.
   *
   * @param part of a row; null for one that is in none
   */
  default Split<E> splitBy(Function<? super E, SplitPart> part) {
    return new Split<>(
        new ChosenDataset<>(this, row -> part.apply(row) == SplitPart.TRAIN, "train"),
        new ChosenDataset<>(this, row -> part.apply(row) == SplitPart.VALIDATION, "validation"),
        new ChosenDataset<>(this, row -> part.apply(row) == SplitPart.TEST, "test"));
  }

  /**
   * Parts by the value of one column, such as a year: {@code splitBy(Census::year, Set.of(94),
   * Set.of(95))}.
   *
   * @param validation values of the rows to evaluate on while a model learns
   * @param test values of the rows to evaluate on at the end; those of all other values, null among
   *     them, are learnt from
   */
  default <V> Split<E> splitBy(
      Function<? super E, ? extends V> column, Set<V> validation, Set<V> test) {
    return splitBy(ColumnSplit.of(column, validation, test));
  }

  /**
   * The same rows, for data larger than memory: read once by each run, they are kept encoded in
   * temporary files and not in memory, and shuffled there. Training gives the same bits; see {@link
   * Streaming#standard}.
   */
  default Dataset<E> streaming() {
    return streaming(Streaming.standard());
  }

  /** The same as {@link #streaming()}, with files in a folder of one's own. */
  default Dataset<E> streaming(Streaming how) {
    return new StreamingDataset<>(this, how);
  }

  /** How rows are kept while they are learnt from; nothing where they are kept in memory. */
  default Optional<Streaming> streamed() {
    return Optional.empty();
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
