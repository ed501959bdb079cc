package dev.espalier.runtime.data.split;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a data set is split; immutable.
 *
 * <pre>{@code
 * Split<Census> split = data.splitter().stratifiedBy(Census::married).split(0.8, 0.1, 0.1, 7);
 * trainer.fit(split.train(), split.validation());
 * }</pre>
 *
 * <p>Rows are drawn by chance, in numbers that are exact: of 1,000 rows, 100 are a tenth. With
 * {@link #stratifiedBy} that holds within one row for each value of a label. With {@link
 * #groupedBy} rows of one group stay together, and parts come as near to their shares as the sizes
 * of groups allow.
 *
 * <p>The same data and seed give the same parts. A row goes by its place in the data set, so this
 * must give its rows in one order at each reading, as a file does and a query with {@code order
 * by}. Groups go by their key alone: {@code groupedBy(Person::id)} splits any source alike, in
 * whatever order its rows come, and without more memory than a key for each group.
 *
 * <p>Nothing is read before a part is; the first reading of any part walks over the whole data set
 * once more, to count. It takes a byte for each row, and nine while it counts.
 *
 * @param <E> the user's example
 */
public final class Splitter<E> {
  private static final double ROUNDING = 1e-9;
  private static final int MOST_FOLDS = 100;

  private final Dataset<E> data;
  private final Optional<Function<? super E, ?>> label;
  private final Optional<Function<? super E, ?>> group;

  private Splitter(
      Dataset<E> data,
      Optional<Function<? super E, ?>> label,
      Optional<Function<? super E, ?>> group) {
    this.data = data;
    this.label = label;
    this.group = group;
  }

  /** A split of a data set by chance alone. */
  public static <E> Splitter<E> of(Dataset<E> data) {
    return new Splitter<>(data, Optional.empty(), Optional.empty());
  }

  /**
   * The same, with the values of a label as often in each part as in the whole. Values are told
   * apart by their texts; null, a missing label, is one of them.
   */
  public Splitter<E> stratifiedBy(Function<? super E, ?> byLabel) {
    return new Splitter<>(data, Optional.of(byLabel), group);
  }

  /**
   * The same, with all rows of a group in one part: the visits of a patient, the frames of a film.
   * Groups are told apart by the texts of their keys; null is refused.
   */
  public Splitter<E> groupedBy(Function<? super E, ?> key) {
    return new Splitter<>(data, label, Optional.of(key));
  }

  /**
   * Three parts.
   *
   * @param train share of the rows, from 0 to 1
   * @param validation share of the rows; 0 for an empty part
   * @param test share of the rows; all three are 1 together
   * @param seed what rows are drawn from
   * @throws EspalierException when shares are no shares; reading a part throws a {@link
   *     dev.espalier.runtime.DataException} when there are too few rows or groups for each part to
   *     have one
   */
  public Split<E> split(double train, double validation, double test, long seed) {
    double[] shares = {train, validation, test};
    double sum = 0;
    for (double share : shares) {
      requireShare(share >= 0 && share <= 1, train, validation, test);
      sum += share;
    }
    requireShare(Math.abs(sum - 1) < ROUNDING, train, validation, test);
    Partition<E> partition = new Partition<>(data, label, group, new Shares(shares), seed);
    return new Split<>(
        part(partition, 0, "train"), part(partition, 1, "validation"), part(partition, 2, "test"));
  }

  private static void requireShare(boolean holds, double train, double validation, double test) {
    if (!holds) {
      throw new EspalierException(
          "The shares of a split are numbers from 0 to 1 that add up to 1. Found split(%s, %s, %s, seed)."
              .formatted(train, validation, test));
    }
  }

  private Dataset<E> part(Partition<E> partition, int part, String name) {
    return new PartDataset<>(data, partition, part, false, data.name() + ", " + name);
  }

  /**
   * Parts of one size, each with the rest of the data set to learn from.
   *
   * @param count from 2 to 100
   * @param seed what rows are drawn from
   * @throws EspalierException when there are to be fewer or more folds than that
   */
  public List<Fold<E>> folds(int count, long seed) {
    if (count < 2 || count > MOST_FOLDS) {
      throw new EspalierException(
          "A cross-validation has from 2 to %d folds. Found %d.".formatted(MOST_FOLDS, count));
    }
    Partition<E> partition = new Partition<>(data, label, group, Shares.equal(count), seed);
    List<Fold<E>> folds = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      String name = "fold " + (fold + 1) + " of " + count;
      folds.add(
          new Fold<>(
              new PartDataset<>(data, partition, fold, true, data.name() + ", all but " + name),
              part(partition, fold, name)));
    }
    return folds;
  }

  /** The same split of other data, such as of a part. */
  public Splitter<E> over(Dataset<E> other) {
    return new Splitter<>(other, label, group);
  }
}
