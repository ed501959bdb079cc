package dev.espalier.runtime.serve;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.data.Preprocessing;
import dev.espalier.runtime.data.RawColumns;
import dev.espalier.runtime.file.ModelDescription;
import dev.espalier.runtime.file.ModelFile;
import dev.espalier.runtime.file.SavedModel;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.ModelInfo.Needs;
import dev.espalier.runtime.model.RowWriter;
import dev.espalier.runtime.session.NativeMemory;
import dev.espalier.runtime.session.PredictionSession;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import org.tensorflow.proto.GraphDef;

/**
 * Predicts with the model of a file: any model over the same example, whatever class it was trained
 * as, for the file holds the graph.
 *
 * <p>Safe for use by several threads. Labels of examples are ignored.
 *
 * @param <E> the user's example
 * @param <I> the generated input: the features alone
 * @param <P> the generated prediction
 */
public class Predictor<E, I, P> implements AutoCloseable {
  private final ExampleCodec<E, I, P> codec;
  private final ModelDescription description;
  private final Preprocessing preprocessing;
  private final PredictionSession session;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * Loads a model.
   *
   * @throws ModelFileException when the file is missing, damaged, or of another example
   */
  public Predictor(ExampleCodec<E, I, P> codec, Path file) {
    NativeMemory.liftLimits();
    SavedModel model = ModelFile.read(file);
    this.codec = codec;
    this.description = model.description();
    if (!description.exampleHash().equals(codec.info().hash())) {
      throw new ModelFileException(
          "The model file %s holds the model `%s` of an example with hash %s; expected hash %s of `%s`. Features, tasks or their encoding differ."
              .formatted(
                  file,
                  description.model(),
                  description.exampleHash(),
                  codec.info().hash(),
                  codec.info().name()));
    }
    // TensorFlow's exceptions have no root of their own: whatever a file leads to is its fault.
    try {
      this.preprocessing = Preprocessing.fromTree(codec.info(), description.preprocessing());
      this.session = open(model, codec);
    } catch (RuntimeException | InvalidProtocolBufferException e) {
      throw new ModelFileException(
          "The model file " + file + " can't be used: " + e.getMessage(), e);
    }
  }

  private static PredictionSession open(SavedModel model, ExampleCodec<?, ?, ?> codec)
      throws InvalidProtocolBufferException {
    Map<String, float[]> values = new HashMap<>();
    model.parameters().forEach((path, array) -> values.put(path, array.values()));
    model.states().forEach((path, array) -> values.put(path, array.values()));
    return new PredictionSession(
        GraphDef.parseFrom(model.graph()), model.description().variables(), values, codec.info());
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

  private <X> List<P> run(Iterable<? extends X> rows, BiConsumer<X, RowWriter> encoder) {
    List<Needs> needs = description.needs();
    RawColumns columns = RawColumns.unlabelled("examples", codec.info(), needs);
    for (X row : rows) {
      encoder.accept(row, columns);
      columns.endRow();
    }
    lock.readLock().lock();
    try {
      if (closed) {
        throw new EspalierException("This predictor is closed.");
      }
      return session.predict(preprocessing.encode(columns)).decode(codec);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The name of the model that was loaded. */
  public String model() {
    return description.model();
  }

  /** Frees the model once running predictions have ended; closing twice does nothing. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
