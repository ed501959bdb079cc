package dev.espalier.runtime.serve;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.model.Combination;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.RowWriter;
import dev.espalier.runtime.session.NativeMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;

/**
 * Predicts with the model of a file: any model over the same example, whatever class it was trained
 * as, for the file holds the graph. It may be several models, which predict together.
 *
 * <p>Safe for use by several threads. Labels of examples are ignored.
 *
 * @param <E> the user's example
 * @param <I> the generated input: the features alone
 * @param <P> the generated prediction
 */
public class Predictor<E, I, P> implements AutoCloseable {
  /** Rows of the largest columns that are kept for the next prediction. */
  private static final int MOST_KEPT = 4096;

  private final ExampleCodec<E, I, P> codec;
  private final LoadedModels models;
  private final Queue<RawColumns> free = new ConcurrentLinkedQueue<>();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * Loads a model.
   *
   * @throws ModelFileException when the file is missing, damaged, or of another example
   */
  public Predictor(ExampleCodec<E, I, P> codec, Path file) {
    this(codec, Combination.AVERAGED, file);
  }

  /**
   * Loads several models, which predict together.
   *
   * @throws EspalierException when no file is named
   * @throws ModelFileException when a file is missing, damaged, or of another example
   */
  public Predictor(ExampleCodec<E, I, P> codec, Combination combination, Path... files) {
    NativeMemory.liftLimits();
    if (files.length == 0) {
      throw new EspalierException("Found no model file to predict with, expected at least one.");
    }
    this.codec = codec;
    this.models = LoadedModels.of(codec.info(), combination, List.of(files));
  }

  /** The prediction for one example. */
  public P predict(E example) {
    return run(List.of(example), codec::encode).get(0);
  }

  /** A prediction for each example, in their order. */
  public List<P> predict(Iterable<? extends E> examples) {
    return run(examples, codec::encode);
  }

  /** The prediction for one input. */
  public P predictInput(I input) {
    return run(List.of(input), codec::encodeInput).get(0);
  }

  /** A prediction for each input, in their order. */
  public List<P> predictInputs(Iterable<? extends I> inputs) {
    return run(inputs, codec::encodeInput);
  }

  /** A prediction for each row that something writes. */
  List<P> predictRows(List<BiConsumer<ExampleCodec<E, I, P>, RowWriter>> rows) {
    return run(rows, (row, writer) -> row.accept(codec, writer));
  }

  /** What is wrong with a row, if anything, without predicting it. */
  Optional<RuntimeException> refusal(BiConsumer<ExampleCodec<E, I, P>, RowWriter> row) {
    try {
      RawColumns columns = columns();
      row.accept(codec, columns);
      columns.endRow();
      models.encode(columns);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  private <X> List<P> run(Iterable<? extends X> rows, BiConsumer<X, RowWriter> encoder) {
    RawColumns columns = Optional.ofNullable(free.poll()).orElseGet(this::columns);
    for (X row : rows) {
      encoder.accept(row, columns);
      columns.endRow();
    }
    lock.readLock().lock();
    try {
      if (closed) {
        throw new EspalierException("This predictor is closed.");
      }
      List<P> predictions = models.predict(columns).decode(codec);
      if (columns.size() <= MOST_KEPT) {
        columns.clear();
        free.add(columns);
      }
      return predictions;
    } finally {
      lock.readLock().unlock();
    }
  }

  private RawColumns columns() {
    return RawColumns.unlabelled("examples", codec.info(), models.needs());
  }

  /**
   * Gathers single rows of many threads and predicts them together, which serves more of them than
   * one by one; each thread waits for its own. Closing what this returns closes this predictor too.
   *
   * @param maxRows how many rows are predicted in one run, at least 1
   * @param maxDelay how long a row waits for others at most; zero for no longer than a run before
   *     it takes
   * @throws EspalierException when a value is out of its range
   */
  public BatchingPredictor<E, I, P> batching(int maxRows, Duration maxDelay) {
    return new BatchingPredictor<>(this, maxRows, maxDelay);
  }

  /** The name of the model that was loaded; of several, the names of all of them. */
  public String model() {
    return models.names();
  }

  /** Frees the model once running predictions have ended; closing twice does nothing. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        models.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
