package dev.espalier.runtime.graph;

import dev.espalier.runtime.EspalierException;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * What layers ask of the static shapes of values, whose batch is unknown and whose units aren't.
 */
final class Shapes {
  private Shapes() {}

  /** The length of the last axis. */
  static int units(Operand<TFloat32> x) {
    return known(x, Math.max(0, rank(x) - 1), "last");
  }

  /** The length of the sequence {@code [batch, length, ...]}. */
  static int length(Operand<TFloat32> x) {
    return known(x, 1, "second");
  }

  private static int known(Operand<TFloat32> x, int axis, String name) {
    Shape shape = x.shape();
    long size = shape.numDimensions() > axis ? shape.get(axis) : Shape.UNKNOWN_SIZE;
    if (size == Shape.UNKNOWN_SIZE) {
      throw new EspalierException(
          "The value "
              + x.op().name()
              + " has the shape "
              + shape
              + "; its "
              + name
              + " axis must be known.");
    }
    return Math.toIntExact(size);
  }

  static int rank(Operand<TFloat32> x) {
    return x.shape().numDimensions();
  }

  /** A value's shape, of any batch. */
  static int[] anyBatch(Operand<TFloat32> x) {
    int[] shape = new int[rank(x)];
    shape[0] = -1;
    for (int i = 1; i < shape.length; i++) {
      shape[i] = Math.toIntExact(x.shape().get(i));
    }
    return shape;
  }

  /** All axes but the last. */
  static Operand<TInt32> outerAxes(Ops tf, Operand<TFloat32> x) {
    int[] axes = new int[rank(x) - 1];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = i;
    }
    return tf.constant(axes);
  }

  /** {@code [batch, 1, length, n]} to {@code [batch, length, n]}. */
  static Operand<TFloat32> withoutHeight(Ops tf, Operand<TFloat32> row) {
    return tf.squeeze(row, Squeeze.axis(List.of(1L)));
  }

  /** {@code [batch, 1]} to {@code [batch]}. */
  static Operand<TFloat32> flat(Ops tf, Operand<TFloat32> column) {
    return tf.reshape(column, tf.constant(new int[] {-1}));
  }

  /** {@code [batch, n]} to {@code [batch]}: the mean of a row. */
  static Operand<TFloat32> rowMean(Ops tf, Operand<TFloat32> x) {
    int units = units(x);
    if (units == 1) {
      return flat(tf, x);
    }
    return tf.math.mul(tf.sum(x, tf.constant(new int[] {1})), tf.constant(1f / units));
  }

  /** {@code [batch, 1]} to {@code [batch]}; {@code [batch, n]} as it is. */
  static Operand<TFloat32> flatIfSingle(Ops tf, Operand<TFloat32> x) {
    return units(x) == 1 ? flat(tf, x) : x;
  }

  /** Any axes to two, the last of them as it is. */
  static Operand<TFloat32> rows(Ops tf, Operand<TFloat32> x) {
    return tf.reshape(x, tf.constant(new int[] {-1, units(x)}));
  }
}
