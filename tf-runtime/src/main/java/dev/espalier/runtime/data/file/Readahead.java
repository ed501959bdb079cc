package dev.espalier.runtime.data.file;

import dev.espalier.runtime.TrainingException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Applies a function to the elements of a list on as many threads as there are cores and gives the
 * results in order; at most a few more than there are threads are made before they are taken.
 */
final class Readahead<F, T> implements AutoCloseable {
  private static final int AHEAD = 16;

  private final String name;
  private final List<F> inputs;
  private final Function<F, T> function;
  private final int window;
  private final ExecutorService threads;
  private final Queue<Future<T>> running = new ArrayDeque<>();
  private int begun;

  Readahead(String name, List<F> inputs, Function<F, T> function) {
    this.name = name;
    this.inputs = inputs;
    this.function = function;
    int cores = Runtime.getRuntime().availableProcessors();
    window = cores + AHEAD;
    threads =
        Executors.newFixedThreadPool(
            cores,
            task -> {
              Thread thread = new Thread(task, "espalier-reader");
              thread.setDaemon(true);
              return thread;
            });
  }

  boolean hasNext() {
    return begun < inputs.size() || !running.isEmpty();
  }

  /**
   * The result of the next element.
   *
   * @throws TrainingException when the thread is interrupted, which stays interrupted
   */
  T next() {
    while (begun < inputs.size() && running.size() < window) {
      F input = inputs.get(begun++);
      running.add(threads.submit(() -> function.apply(input)));
    }
    try {
      if (Thread.interrupted()) { // A result that is there already would be given all the same.
        throw new InterruptedException();
      }
      return running.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingException("interrupted while reading " + name, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause(); // A function throws nothing that is checked.
    }
  }

  /** Ends the threads; what was begun is not waited for. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
