package dev.espalier.runtime.serve;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.RowWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/** Rows that wait for a run, the first to come first; a bounded number. */
final class Waiting<E, I, P> {
  private final int batch;
  private final long delay;
  private final int most;
  private final Deque<Row<E, I, P>> rows = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean closed;

  /**
   * A row.
   *
   * @param encoding writes it
   * @param answer gets its prediction
   * @param since when it came, by {@link System#nanoTime}
   */
  record Row<E, I, P>(
      BiConsumer<ExampleCodec<E, I, P>, RowWriter> encoding,
      CompletableFuture<P> answer,
      long since) {}

  /**
   * Nothing waits yet.
   *
   * @param batch how many rows are taken at once
   * @param delay nanoseconds that a row waits for others at most
   * @param most how many may wait
   */
  Waiting(int batch, long delay, int most) {
    this.batch = batch;
    this.delay = delay;
    this.most = most;
  }

  CompletableFuture<P> add(Row<E, I, P> row) {
    lock.lock();
    try {
      if (closed) {
        throw new EspalierException("This predictor is closed.");
      }
      if (rows.size() == most) {
        throw new OverloadException(
            "Found %d rows that wait for a prediction, expected fewer than that: ask again later."
                .formatted(most));
      }
      rows.add(row);
      if (rows.size() == 1 || rows.size() == batch) {
        changed.signal();
      }
      return row.answer();
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return rows.size();
    } finally {
      lock.unlock();
    }
  }

  /** The next batch: a full one, or what came within the delay; none once this is closed. */
  List<Row<E, I, P>> take() {
    lock.lock();
    try {
      while (rows.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      gather();
      List<Row<E, I, P>> taken = new ArrayList<>();
      while (taken.size() < batch && !rows.isEmpty()) {
        taken.add(rows.poll());
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the batch is full or the first row has waited long enough. */
  private void gather() {
    try {
      while (!rows.isEmpty() && rows.size() < batch && !closed) {
        long left = delay - (System.nanoTime() - rows.peek().since());
        if (left <= 0) {
          return;
        }
        changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      // Nobody but the machine's end interrupts this thread: go on with what there is.
      Thread.currentThread().interrupt();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
