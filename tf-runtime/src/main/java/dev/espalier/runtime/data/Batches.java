package dev.espalier.runtime.data;

/**
 * One walk over encoded rows in batches of one size, the last one smaller if the rows end there.
 *
 * <p>Every row is in exactly one batch. Safe for use by several threads.
 */
public final class Batches {
  private Batches() {}

  /** The rows in their order. */
  public static Batches inOrder(EncodedRows rows, int batchSize) {
    throw new UnsupportedOperationException();
  }

  /**
   * The rows in an order that is a function of seed and epoch alone.
   *
   * @throws dev.espalier.runtime.DataException when a batch is larger than the data
   */
  public static Batches shuffled(EncodedRows rows, int batchSize, long seed, long epoch) {
    throw new UnsupportedOperationException();
  }

  /** How many batches there are. */
  public int count() {
    throw new UnsupportedOperationException();
  }

  /** A new batch, by its index from 0; the caller closes it. */
  public Batch fill(int index) {
    throw new UnsupportedOperationException();
  }
}
