package dev.espalier.runtime.session;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** One run of a session being put together; frees the tensors that were made for it alone. */
public final class SessionRun implements AutoCloseable {
  private final Session.Runner runner;
  private final List<Tensor> own = new ArrayList<>();

  /** A run that feeds and fetches nothing yet. */
  public SessionRun(Session session) {
    this.runner = session.runner();
  }

  /** Feeds a tensor that stays the caller's. */
  public void feed(Operand<?> placeholder, Tensor tensor) {
    runner.feed(placeholder, tensor);
  }

  /** Feeds tensors that stay the caller's, each to the placeholder at its place. */
  public void feed(List<? extends Operand<?>> placeholders, List<? extends Tensor> tensors) {
    for (int i = 0; i < placeholders.size(); i++) {
      feed(placeholders.get(i), tensors.get(i));
    }
  }

  /** Feeds numbers in single precision, as many as the placeholder has. */
  public void feedOwn(Operand<TFloat32> placeholder, double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) values[i];
    }
    feedOwn(placeholder, TFloat32.tensorOf(placeholder.shape(), DataBuffers.of(narrow)));
  }

  /** Feeds a tensor that {@link #close} frees. */
  public void feedOwn(Operand<?> placeholder, Tensor tensor) {
    own.add(tensor);
    runner.feed(placeholder, tensor);
  }

  /** Fetches a value; results are in the order of these calls. */
  public void fetch(Operand<?> value) {
    runner.fetch(value);
  }

  /** Runs an operation without fetching anything of it. */
  public void target(Operation operation) {
    runner.addTarget(operation);
  }

  /** Runs; the caller closes the result. */
  public Result run() {
    return runner.run();
  }

  @Override
  public void close() {
    own.forEach(Tensor::close);
  }
}
