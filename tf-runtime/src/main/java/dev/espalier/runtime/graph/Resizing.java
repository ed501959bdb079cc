package dev.espalier.runtime.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Brings a value to the positions of another, by averaging. */
final class Resizing {
  private Resizing() {}

  /**
   * A value at the positions of another: position {@code i} of {@code n} is the mean of those from
   * {@code floor(i m / n)} until {@code ceil((i + 1) m / n)} of {@code m}, axis by axis. Where the
   * number of axes differs, every position is the mean of all.
   *
   * @param value {@code [batch, ..., units]}
   * @param other {@code [batch, ..., any]}
   */
  static Operand<TFloat32> like(Ops tf, Operand<TFloat32> value, Operand<TFloat32> other) {
    long[] from = positions(value);
    long[] to = positions(other);
    if (from.length != to.length) {
      return everywhere(tf, mean(tf, value), to);
    }
    if (from.length == 2 && from[0] % to[0] == 0 && from[1] % to[1] == 0) {
      return pooled(tf, value, from[0] / to[0], from[1] / to[1]);
    }
    Operand<TFloat32> resized = value;
    for (int axis = 0; axis < from.length; axis++) {
      if (from[axis] != to[axis]) {
        resized = along(tf, resized, axis, Math.toIntExact(from[axis]), Math.toIntExact(to[axis]));
      }
    }
    return resized;
  }

  private static long[] positions(Operand<TFloat32> x) {
    int rank = Shapes.rank(x);
    long[] positions = new long[rank - 2];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = x.shape().get(i + 1);
    }
    return positions;
  }

  private static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> value) {
    int[] axes = new int[Shapes.rank(value) - 2];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = i + 1;
    }
    return axes.length == 0 ? value : tf.math.mean(value, tf.constant(axes));
  }

  /** {@code [batch, units]} at each of some positions. */
  private static Operand<TFloat32> everywhere(Ops tf, Operand<TFloat32> mean, long[] positions) {
    if (positions.length == 0) {
      return mean;
    }
    int[] shape = new int[positions.length + 2];
    int[] times = new int[positions.length + 2];
    for (int i = 0; i < shape.length; i++) {
      boolean isPosition = i > 0 && i <= positions.length;
      shape[i] = isPosition ? 1 : -1;
      times[i] = isPosition ? Math.toIntExact(positions[i - 1]) : 1;
    }
    shape[shape.length - 1] = Shapes.units(mean);
    return tf.tile(tf.reshape(mean, tf.constant(shape)), tf.constant(times));
  }

  /** Means of windows that leave nothing over. */
  private static Operand<TFloat32> pooled(
      Ops tf, Operand<TFloat32> picture, long height, long width) {
    List<Long> window = List.of(1L, height, width, 1L);
    return height == 1 && width == 1 ? picture : tf.nn.avgPool(picture, window, window, "VALID");
  }

  private static Operand<TFloat32> along(Ops tf, Operand<TFloat32> x, int axis, int from, int to) {
    float[] shares = new float[to * from];
    for (int i = 0; i < to; i++) {
      int first = i * from / to;
      int last = ((i + 1) * from + to - 1) / to;
      for (int j = first; j < last; j++) {
        shares[i * from + j] = 1f / (last - first);
      }
    }
    Operand<TFloat32> means = tf.constant(Shape.of(to, from), DataBuffers.of(shares));
    String axes = "hw".substring(0, Shapes.rank(x) - 2);
    String kept = axes.replace(axes.charAt(axis), 'i');
    List<Operand<TFloat32>> inputs = new ArrayList<>(List.of(x, means));
    return tf.linalg.einsum(inputs, "b" + axes + "c,i" + axes.charAt(axis) + "->b" + kept + "c");
  }
}
