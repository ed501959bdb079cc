package dev.espalier.runtime.data;

/**
 * Fills the batches of one walk on its own thread, ahead of whoever takes them.
 *
 * <p>{@link #close} at any moment frees every batch that was not taken and ends the thread.
 */
public final class Prefetcher implements AutoCloseable {

  /** Starts filling, at most two batches ahead. */
  public Prefetcher(Batches batches) {}

  /** Whether there is another batch. */
  public boolean hasNext() {
    throw new UnsupportedOperationException();
  }

  /** The next batch, in the order of the walk; the caller closes it. */
  public Batch next() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
