package dev.espalier.runtime.data.column;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.image.PixelReader;
import dev.espalier.runtime.data.store.RowValues;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Decodes the files of pictures: at once, or on threads aside while further rows are read.
 *
 * <p>Of several files that can't be read the first in the order of rows is told, whichever thread
 * finds one first.
 */
final class PictureFiles implements AutoCloseable {
  /** Files in flight: enough for all threads, and no more pictures in memory than that. */
  private static final int MOST_AHEAD = 256;

  private final ExecutorService threads;
  private final Deque<Future<?>> ahead = new ArrayDeque<>();

  private PictureFiles(ExecutorService threads) {
    this.threads = threads;
  }

  /** Decodes each file when it is given. */
  static PictureFiles atOnce() {
    return new PictureFiles(null);
  }

  /** Decodes files on as many threads as there are cores. */
  static PictureFiles aside() {
    return new PictureFiles(
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            task -> {
              Thread thread = new Thread(task, "espalier-pictures");
              thread.setDaemon(true);
              return thread;
            }));
  }

  /** Puts a file's pixels into the row that is being written, now or by {@link #await}. */
  void decode(PixelReader reader, Path file, RowValues<byte[]> column, RowPlace place) {
    int row = place.row();
    String name = place.here();
    if (threads == null || threads.isShutdown()) {
      column.set(row, read(reader, file, name));
      return;
    }
    ahead.add(threads.submit(() -> column.set(row, read(reader, file, name))));
    if (ahead.size() > MOST_AHEAD) {
      finish(ahead.remove());
    }
  }

  private static byte[] read(PixelReader reader, Path file, String row) {
    try {
      return reader.read(file);
    } catch (DataException e) {
      throw new DataException(row + ": " + e.getMessage(), e);
    }
  }

  /** Waits until all files are decoded. */
  void await() {
    while (!ahead.isEmpty()) {
      finish(ahead.remove());
    }
  }

  private static void finish(Future<?> decoding) {
    try {
      decoding.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("Reading pictures was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DataException refused) {
        throw new DataException(refused.getMessage(), refused);
      }
      throw new IllegalStateException("A picture could not be decoded", e.getCause());
    }
  }

  /** Gives up what is not decoded yet. */
  @Override
  public void close() {
    if (threads != null) {
      threads.shutdownNow();
    }
  }
}
