package dev.espalier.runtime.data.batch;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Tensor;

/** Tensors that are freed together. */
final class TensorScope implements AutoCloseable {
  private final List<Tensor> tensors = new ArrayList<>();
  private boolean closed;

  <T extends Tensor> T own(T tensor) {
    tensors.add(tensor);
    return tensor;
  }

  /** All of them, in the order in which they came. */
  List<Tensor> tensors() {
    return tensors;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      tensors.forEach(Tensor::close);
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }
}
