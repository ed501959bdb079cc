package dev.espalier.runtime.data;

import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * The tensors of {@code b} rows; whoever gets a batch closes it.
 *
 * <p>Batches of rows without labels have no labels and weights.
 */
public final class Batch implements AutoCloseable {
  Batch() {}

  /** Rows in this batch. */
  public int size() {
    throw new UnsupportedOperationException();
  }

  /** The numbers, {@code [b, numberWidth]}. */
  public TFloat32 numbers() {
    throw new UnsupportedOperationException();
  }

  /** The rows of categories in their tables, {@code [b, categoryCount]}. */
  public TInt32 categories() {
    throw new UnsupportedOperationException();
  }

  /** The rows of a bag's values in its table, one row of the batch after the other: {@code [m]}. */
  public TInt32 bagValues(int bag) {
    throw new UnsupportedOperationException();
  }

  /** For each value of a bag its row in the batch, ascending from 0: {@code [m]}. */
  public TInt32 bagSegments(int bag) {
    throw new UnsupportedOperationException();
  }

  /**
   * The labels of a task: binary {@code [b, 1]} float, multi-class {@code [b]} int32, multi-label
   * and regression {@code [b, n]} float.
   */
  public TType label(int task) {
    throw new UnsupportedOperationException();
  }

  /** The weights of a task's labels: {@code [b]}, or {@code [b, n]} for a regression of n > 1. */
  public TFloat32 weights(int task) {
    throw new UnsupportedOperationException();
  }

  /** The sum of a task's weights; 0 when no row of this batch has its label. */
  public double totalWeight(int task) {
    throw new UnsupportedOperationException();
  }

  /** Frees the tensors; closing twice does nothing. */
  @Override
  public void close() {}
}
