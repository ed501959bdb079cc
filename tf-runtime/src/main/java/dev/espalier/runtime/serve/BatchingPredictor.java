package dev.espalier.runtime.serve;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.serve.Waiting.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * Predicts single rows of many threads together: those that come while a run is under way, or
 * within a short delay, are one batch of the next run.
 *
 * <p>Safe for use by several threads. A row that can't be predicted fails for who asked for it and
 * for nobody else. At most {@link #QUEUED_BATCHES} batches wait; further rows are refused with an
 * {@link OverloadException}. A row's last bits may depend on which rows it was predicted with, for
 * a product of matrices is not computed in the same order for every number of rows.
 *
 * @param <E> the user's example
 * @param <I> the generated input: the features alone
 * @param <P> the generated prediction
 */
public final class BatchingPredictor<E, I, P> implements AutoCloseable {
  /** How many batches may wait for a run. */
  public static final int QUEUED_BATCHES = 16;

  private final Predictor<E, I, P> predictor;
  private final Waiting<E, I, P> waiting;
  private final Thread thread;

  BatchingPredictor(Predictor<E, I, P> predictor, int maxRows, Duration maxDelay) {
    if (maxRows < 1 || maxRows > 1 << 20) {
      throw new EspalierException(
          "maxRows should be from 1 to " + (1 << 20) + "; found " + maxRows + ".");
    }
    if (maxDelay.isNegative() || maxDelay.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new EspalierException("maxDelay should be from 0 to a minute; found " + maxDelay + ".");
    }
    this.predictor = predictor;
    this.waiting = new Waiting<>(maxRows, maxDelay.toNanos(), maxRows * QUEUED_BATCHES);
    this.thread = new Thread(this::serve, "espalier-batching-" + predictor.model());
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * The prediction for one example, as soon as a batch with it has been predicted.
   *
   * @throws OverloadException when too many rows wait already
   * @throws dev.espalier.runtime.DataException when the example holds what can't be
   * @throws EspalierException when this is closed, or the thread is interrupted
   */
  public P predict(E example) {
    return await(submit(example));
  }

  /** The prediction for one input; see {@link #predict}. */
  public P predictInput(I input) {
    return await(submitInput(input));
  }

  /**
   * Asks for the prediction of an example without waiting for it.
   *
   * @throws OverloadException when too many rows wait already
   * @throws EspalierException when this is closed
   */
  public CompletableFuture<P> submit(E example) {
    return waiting.add(
        new Row<>(
            (codec, writer) -> codec.encode(example, writer),
            new CompletableFuture<>(),
            System.nanoTime()));
  }

  /** Asks for the prediction of an input without waiting for it; see {@link #submit}. */
  public CompletableFuture<P> submitInput(I input) {
    return waiting.add(
        new Row<>(
            (codec, writer) -> codec.encodeInput(input, writer),
            new CompletableFuture<>(),
            System.nanoTime()));
  }

  private static <P> P await(CompletableFuture<P> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(false);
      throw new EspalierException("This thread was interrupted while a prediction was made.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new CompletionException(e.getCause());
    }
  }

  /** How many rows wait for a run. */
  public int waiting() {
    return waiting.size();
  }

  private void serve() {
    for (List<Row<E, I, P>> rows = waiting.take(); !rows.isEmpty(); rows = waiting.take()) {
      List<Row<E, I, P>> wanted = rows.stream().filter(row -> !row.answer().isDone()).toList();
      if (!wanted.isEmpty()) {
        answer(wanted);
      }
    }
  }

  private void answer(List<Row<E, I, P>> rows) {
    try {
      List<P> found = predictor.predictRows(rows.stream().map(Row::encoding).toList());
      for (int i = 0; i < found.size(); i++) {
        rows.get(i).answer().complete(found.get(i));
      }
    } catch (RuntimeException | Error e) {
      answerOthers(rows, e);
    }
  }

  /** Rows that can't be encoded are refused; if there are any, the others are predicted. */
  private void answerOthers(List<Row<E, I, P>> rows, Throwable failure) {
    List<Row<E, I, P>> others = new ArrayList<>();
    for (Row<E, I, P> row : rows) {
      predictor
          .refusal(row.encoding())
          .ifPresentOrElse(row.answer()::completeExceptionally, () -> others.add(row));
    }
    if (others.size() == rows.size()) {
      others.forEach(row -> row.answer().completeExceptionally(failure));
    } else if (!others.isEmpty()) {
      answer(others);
    }
  }

  /**
   * Refuses further rows, predicts those that wait, and closes the predictor; closing twice does
   * nothing.
   */
  @Override
  public void close() {
    waiting.close();
    boolean interrupted = false;
    while (thread.isAlive() && thread != Thread.currentThread()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    predictor.close();
  }
}
