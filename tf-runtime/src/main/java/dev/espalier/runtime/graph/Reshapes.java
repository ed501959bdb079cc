package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import java.util.Arrays;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Layers that change the shape of a value and none of its numbers. */
public final class Reshapes {
  private Reshapes() {}

  /**
   * The axes in another order.
   *
   * @param axes counted from 1, the batch being 0
   */
  public static Operand<TFloat32> permute(GraphBuilder g, Operand<TFloat32> x, int... axes) {
    int[] order = new int[axes.length + 1];
    System.arraycopy(axes, 0, order, 1, axes.length);
    return g.tf().linalg.transpose(x, g.tf().constant(order));
  }

  /** Positions {@code from} until before {@code to} of an axis; the batch is axis 0. */
  public static Operand<TFloat32> slice(
      GraphBuilder g, Operand<TFloat32> x, int axis, int from, int to) {
    Ops tf = g.tf();
    int[] begin = new int[Shapes.rank(x)];
    int[] size = new int[begin.length];
    Arrays.fill(size, -1);
    begin[axis] = from;
    size[axis] = to - from;
    return tf.slice(x, tf.constant(begin), tf.constant(size));
  }

  /** Zeros before and after each axis but the batch and the last. */
  public static Operand<TFloat32> pad(GraphBuilder g, Operand<TFloat32> x, int... zeros) {
    Ops tf = g.tf();
    int[][] around = new int[Shapes.rank(x)][2];
    for (int i = 0; i < zeros.length; i++) {
      around[1 + i / 2][i % 2] = zeros[i];
    }
    return tf.pad(x, tf.constant(around), tf.constant(0f));
  }

  /** {@code [batch, ...]} to {@code [batch, dims]}, as many numbers in the same order. */
  public static Operand<TFloat32> reshape(GraphBuilder g, Operand<TFloat32> x, int... dims) {
    int[] shape = new int[dims.length + 1];
    shape[0] = -1;
    System.arraycopy(dims, 0, shape, 1, dims.length);
    return g.tf().reshape(x, g.tf().constant(shape));
  }
}
