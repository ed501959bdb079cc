package dev.espalier.runtime.session;

import java.util.Arrays;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Values of rows, row after row, each of one width that the first batch tells. */
public final class Matrix {
  private final int rows;
  private int width;
  private float[] values = {};

  Matrix(int rows) {
    this.rows = rows;
  }

  /** Copies the values of a batch; axes after the first become one. */
  void put(int firstRow, int count, TFloat32 batch) {
    if (values.length == 0) {
      width = Math.toIntExact(batch.shape().size() / count);
      values = new float[Math.multiplyExact(rows, width)];
    }
    batch.copyTo(DataBuffers.of(values).slice((long) firstRow * width, (long) count * width));
  }

  /** Sets one row. */
  void put(int row, float[] rowValues) {
    if (values.length == 0) {
      width = rowValues.length;
      values = new float[Math.multiplyExact(rows, width)];
    }
    System.arraycopy(rowValues, 0, values, row * width, width);
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  /** One number of a row. */
  float at(int row, int column) {
    return values[row * width + column];
  }

  /** A copy of a row. */
  public float[] row(int row) {
    return Arrays.copyOfRange(values, row * width, (row + 1) * width);
  }
}
