package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.DataException;
import java.util.ArrayList;
import java.util.List;

/**
 * One walk over encoded rows in batches: of one size, the last one smaller if the rows end there,
 * unless the rows are those of several data sets.
 *
 * <p>Every row is in exactly one batch, unless rows are drawn or mixed. Safe for use by several
 * threads.
 */
public final class Batches {
  private final int[] starts;
  private final List<RowSet> sets;
  private final BatchWriter writer;
  private final int partSize;

  private Batches(EncodedRows rows, int batchSize, RowOrder order, RowChanges changes) {
    this(rows, starts(rows, batchSize), List.of(), order, changes);
  }

  private Batches(
      EncodedRows rows, int[] starts, List<RowSet> sets, RowOrder order, RowChanges changes) {
    this(starts, sets, new BatchWriter(rows, order, changes), Integer.MAX_VALUE);
  }

  private Batches(int[] starts, List<RowSet> sets, BatchWriter writer, int partSize) {
    this.starts = starts;
    this.sets = sets;
    this.writer = writer;
    this.partSize = partSize;
  }

  /**
   * The same batches, each in {@linkplain Batch#parts parts} of so many rows, the last one smaller
   * if the batch ends there: the tensors of one part at a time are what a network works on.
   *
   * @param rows at least 1
   */
  public Batches inPartsOf(int rows) {
    return new Batches(starts, sets, writer, rows);
  }

  private static int[] starts(EncodedRows rows, int batchSize) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch size should be at least 1; found " + batchSize);
    }
    requireRows(rows);
    int[] starts = new int[count(rows.size(), batchSize) + 1];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = (int) Math.min((long) i * batchSize, rows.size());
    }
    return starts;
  }

  /**
   * The rows in their order; there may be fewer than a batch.
   *
   * @throws DataException when there is no row
   */
  public static Batches inOrder(EncodedRows rows, int batchSize) {
    return new Batches(rows, batchSize, new RowOrder.AsRead(), RowChanges.none(rows.info()));
  }

  /**
   * The rows in an order that is a function of their count, seed and epoch alone: the shuffle of
   * Fisher and Yates, driven by {@link java.util.SplittableRandom}. They are augmented, by draws
   * that are a function of seed, epoch and place in this order.
   *
   * @throws DataException when there is no row, or a batch is larger than the data
   */
  public static Batches shuffled(EncodedRows rows, int batchSize, long seed, long epoch) {
    requireOne(rows, batchSize);
    return new Batches(
        rows,
        batchSize,
        RowOrder.Shuffled.of(rows.size(), seed, epoch),
        RowChanges.of(rows.info(), seed, epoch));
  }

  /**
   * As many rows as there are, drawn with replacement such that the classes of a binary or
   * multi-class task come equally often; rows without a label or weight of it keep their share. A
   * function of the labels, seed and epoch alone.
   *
   * @throws DataException when there is no row, or a batch is larger than the data
   */
  public static Batches resampled(
      EncodedRows rows, int batchSize, int task, long seed, long epoch) {
    requireOne(rows, batchSize);
    return new Batches(
        rows,
        batchSize,
        RowOrder.Drawn.of(rows.classes(task), seed, epoch),
        RowChanges.of(rows.info(), seed, epoch));
  }

  /**
   * Batches over a mixture of rows, augmented.
   *
   * @param starts where each batch begins in the order, and the end of the last
   * @param sets the set that each batch has rows of; none if they are mixed
   */
  static Batches mixed(
      EncodedRows rows, RowOrder order, int[] starts, List<RowSet> sets, long seed, long epoch) {
    return new Batches(rows, starts, sets, order, RowChanges.of(rows.info(), seed, epoch));
  }

  /**
   * Checks that rows can be walked over in shuffled batches, without a walk.
   *
   * @throws DataException when there is no row, or a batch is larger than the data
   */
  public static void requireOne(EncodedRows rows, int batchSize) {
    requireRows(rows);
    if (batchSize > rows.size()) {
      throw new DataException(
          "%s: found %d rows, expected at least one batch of %d; choose a smaller one, as in builder().batchSize(%d)"
              .formatted(rows.name(), rows.size(), batchSize, Integer.highestOneBit(rows.size())));
    }
  }

  /**
   * Checks that there is something to walk over.
   *
   * @throws DataException when there is no row
   */
  public static void requireRows(EncodedRows rows) {
    if (rows.size() == 0) {
      throw new DataException(rows.name() + ": found no row, expected at least one");
    }
  }

  /** How many batches of a size rows make. */
  public static int count(int rows, int batchSize) {
    return (int) ((rows + (long) batchSize - 1) / batchSize);
  }

  /** How many batches there are. */
  public int count() {
    return starts.length - 1;
  }

  /** A new batch, by its index from 0; the caller closes it. */
  public Batch fill(int index) {
    if (index < 0 || index >= count()) {
      throw new IndexOutOfBoundsException("batch " + index + " of " + count());
    }
    int from = starts[index];
    int to = starts[index + 1];
    if (to - from <= partSize) {
      return write(index, from, to - from);
    }
    List<Batch> parts = new ArrayList<>();
    try {
      for (int at = from; at < to; at += partSize) {
        parts.add(write(index, at, Math.min(partSize, to - at)));
      }
      return new PartedBatch(parts);
    } catch (RuntimeException | Error e) {
      parts.forEach(Batch::close);
      throw e;
    }
  }

  private Batch write(int index, int from, int size) {
    // Steps of several tasks may take more than one set has.
    return sets.isEmpty() || sets.get(index).tasks().cardinality() > 1
        ? writer.write(from, size)
        : writer.write(from, size, sets.get(index));
  }
}
