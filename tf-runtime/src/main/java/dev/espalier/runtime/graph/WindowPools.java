package dev.espalier.runtime.graph;

import dev.espalier.dsl.Padding;
import dev.espalier.runtime.model.GraphBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Pools of windows of {@code size} positions, {@code stride} apart: {@code [batch, height, width,
 * n]}, or {@code [batch, length, n]} along a sequence.
 */
public final class WindowPools {
  private WindowPools() {}

  /** The greatest value. */
  public static Operand<TFloat32> maxPool(
      GraphBuilder g, Operand<TFloat32> x, Padding padding, int size, int stride) {
    UnaryOperator<Operand<TFloat32>> pool =
        values ->
            asPicture(
                g.tf(),
                values,
                it -> greatest(g.tf(), it, padding, sides(x, size), sides(x, stride)));
    return rectified(g, x)
        .map(values -> Activations.relu(g, pool.apply(values)))
        .orElseGet(() -> pool.apply(x));
  }

  /**
   * What {@code x} is the relu of, in training. The relu of the greatest is the greatest relu, to
   * the bit and in its gradient, and there are fewer of them when the pool comes first. Outside of
   * training the order stays: TensorFlow may fuse the relu with what is before it.
   */
  private static Optional<Operand<TFloat32>> rectified(GraphBuilder g, Operand<TFloat32> x) {
    return g.training() && x.op() instanceof GraphOperation op && op.type().equals("Relu")
        ? Optional.of(op.input(0).expect(TFloat32.class))
        : Optional.empty();
  }

  /** The greatest value at real positions; 0 where there are none. */
  public static Operand<TFloat32> maxPool(
      GraphBuilder g,
      Operand<TFloat32> x,
      Operand<TFloat32> mask,
      Padding padding,
      int size,
      int stride) {
    Ops tf = g.tf();
    Operand<TFloat32> greatest = maxPool(g, Masks.realOrLowest(tf, x, mask), padding, size, stride);
    return tf.math.mul(greatest, maxPool(g, Masks.column(tf, mask), padding, size, stride));
  }

  /** The mean of the positions inside. */
  public static Operand<TFloat32> averagePool(
      GraphBuilder g, Operand<TFloat32> x, Padding padding, int size, int stride) {
    List<Long> sides = Arrays.stream(sides(x, size)).boxed().toList();
    List<Long> strides = Arrays.stream(sides(x, stride)).boxed().toList();
    return asPicture(g.tf(), x, it -> g.tf().nn.avgPool(it, sides, strides, padding.name()));
  }

  /** The mean of real positions; 0 where there are none. */
  public static Operand<TFloat32> averagePool(
      GraphBuilder g,
      Operand<TFloat32> x,
      Operand<TFloat32> mask,
      Padding padding,
      int size,
      int stride) {
    Ops tf = g.tf();
    Operand<TFloat32> mean = averagePool(g, Masks.real(tf, x, mask), padding, size, stride);
    Operand<TFloat32> share = averagePool(g, Masks.column(tf, mask), padding, size, stride);
    // A real position is at least 1 / size of its window.
    Operand<TFloat32> least = tf.math.maximum(share, tf.constant(0.5f / size));
    return tf.math.div(mean, tf.stopGradient(least));
  }

  /** The first form of the operation, which oneDNN speeds up; the typed one is the second. */
  private static Operand<TFloat32> greatest(
      Ops tf, Operand<TFloat32> x, Padding padding, long[] sides, long[] strides) {
    return tf.scope()
        .opBuilder("MaxPool", "MaxPool")
        .addInput(x.asOutput())
        .setAttr("ksize", sides)
        .setAttr("strides", strides)
        .setAttr("padding", padding.name())
        .build()
        .output(0);
  }

  private static long[] sides(Operand<TFloat32> x, int side) {
    return new long[] {1, Shapes.rank(x) == 4 ? side : 1, side, 1};
  }

  /** A sequence as a picture that is one position high. */
  static Operand<TFloat32> asPicture(
      Ops tf, Operand<TFloat32> x, UnaryOperator<Operand<TFloat32>> pool) {
    if (Shapes.rank(x) == 4) {
      return pool.apply(x);
    }
    return Shapes.withoutHeight(tf, pool.apply(tf.expandDims(x, tf.constant(1))));
  }
}
