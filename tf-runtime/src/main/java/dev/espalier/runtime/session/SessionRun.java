package dev.espalier.runtime.session;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;

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
