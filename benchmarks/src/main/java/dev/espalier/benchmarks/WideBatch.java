package dev.espalier.benchmarks;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** The tensors of some rows. */
record WideBatch(TFloat32 features, TFloat32 first, TFloat32 second) implements AutoCloseable {

  /** Gathers rows; tensors are filled in one copy from arrays, by far the fastest way. */
  static WideBatch of(WideRows rows, int[] order, int from, int size) {
    float[] features = new float[size * WideRows.FEATURES];
    float[] first = new float[size];
    float[] second = new float[size];
    for (int i = 0; i < size; i++) {
      int row = order[from + i];
      System.arraycopy(
          rows.features(),
          row * WideRows.FEATURES,
          features,
          i * WideRows.FEATURES,
          WideRows.FEATURES);
      first[i] = rows.first()[row];
      second[i] = rows.second()[row];
    }
    return new WideBatch(
        tensor(Shape.of(size, WideRows.FEATURES), features),
        tensor(Shape.of(size, 1), first),
        tensor(Shape.of(size, 1), second));
  }

  private static TFloat32 tensor(Shape shape, float[] values) {
    return TFloat32.tensorOf(shape, DataBuffers.of(values));
  }

  @Override
  public void close() {
    features.close();
    first.close();
    second.close();
  }
}
