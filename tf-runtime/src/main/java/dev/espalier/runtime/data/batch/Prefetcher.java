package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.TrainingException;
import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.function.IntFunction;

/**
 * Fills the batches of one walk on its own thread, at most two ahead of whoever takes them, in the
 * order of the walk.
 *
 * <p>What goes wrong while a batch is filled is thrown where it is taken. {@link #close} at any
 * moment, from any thread, frees every batch that was not taken and ends the thread.
 */
public final class Prefetcher implements AutoCloseable {
  private static final int AHEAD = 2;

  private final int count;
  private final IntFunction<Batch> source;
  private final Thread thread;
  private final Object lock = new Object();

  // All of these under the lock.
  private final Queue<Batch> filled = new ArrayDeque<>();
  private Optional<Throwable> failure = Optional.empty();
  private int taken;
  private boolean closed;

  /** Starts filling. */
  public Prefetcher(Batches batches) {
    this(batches.count(), batches::fill);
  }

  /** Starts filling with a batch in the middle of the walk, by its index from 0. */
  public Prefetcher(Batches batches, int from) {
    this(batches.count() - from, index -> batches.fill(from + index));
  }

  Prefetcher(int count, IntFunction<Batch> source) {
    this.count = count;
    this.source = source;
    thread = new Thread(this::fill, "espalier-prefetcher");
    thread.setDaemon(true);
    thread.start();
  }

  private void fill() {
    try {
      for (int i = 0; i < count && awaitRoom(); i++) {
        Batch batch = source.apply(i);
        synchronized (lock) {
          if (closed) {
            batch.close();
            return;
          }
          filled.add(batch);
          lock.notifyAll();
        }
      }
    } catch (Throwable e) { // It belongs to whoever waits for the batch.
      synchronized (lock) {
        failure = Optional.of(e);
        lock.notifyAll();
      }
    }
  }

  /** Whether there is still something to do. */
  private boolean awaitRoom() throws InterruptedException {
    synchronized (lock) {
      while (!closed && filled.size() >= AHEAD) {
        lock.wait();
      }
      return !closed;
    }
  }

  /** Whether there is another batch. */
  public boolean hasNext() {
    synchronized (lock) {
      return taken < count;
    }
  }

  /**
   * The next batch; the caller closes it.
   *
   * @throws IllegalStateException when this is closed, also while waiting
   */
  public Batch next() {
    synchronized (lock) {
      if (taken == count) {
        throw new NoSuchElementException("all " + count + " batches were taken");
      }
      while (filled.isEmpty() && failure.isEmpty() && !closed) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new TrainingException("interrupted while waiting for batch " + taken, e);
        }
      }
      if (closed) {
        throw new IllegalStateException("closed before batch " + taken + " was taken");
      }
      if (filled.isEmpty()) {
        throw thrown(failure.get());
      }
      taken++;
      lock.notifyAll();
      return filled.remove();
    }
  }

  private RuntimeException thrown(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException runtime
        ? runtime
        : new TrainingException("batch " + taken + " could not be filled: " + e, e);
  }

  /** Frees what was not taken and waits for the thread to end; closing twice does nothing. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      while (!filled.isEmpty()) {
        filled.remove().close();
      }
      lock.notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
