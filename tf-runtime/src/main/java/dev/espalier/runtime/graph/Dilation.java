package dev.espalier.runtime.graph;

import dev.espalier.dsl.Padding;
import java.util.function.BinaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Dilated convolutions by plain ones: every {@code dilation}-th position goes to a picture of its
 * own, and comes back afterwards. TensorFlow's own form has a wrong gradient.
 */
record Dilation(Ops tf, Padding padding, int down, int right) {

  Operand<TFloat32> of(
      Operand<TFloat32> x, Operand<TFloat32> kernel, BinaryOperator<Operand<TFloat32>> convolve) {
    int[] tall = borders(x, kernel, 0, down);
    int[] wide = borders(x, kernel, 1, right);
    Operand<TInt32> block = tf.constant(new int[] {down, right});
    Operand<TFloat32> parts =
        tf.spaceToBatchNd(
            x, block, tf.constant(new int[][] {{tall[0], tall[1]}, {wide[0], wide[1]}}));
    return tf.batchToSpaceNd(
        convolve.apply(parts, kernel),
        block,
        tf.constant(new int[][] {{0, tall[2]}, {0, wide[2]}}));
  }

  /**
   * What is put before and after an axis so that it divides, and what of that is taken off again.
   */
  private int[] borders(Operand<TFloat32> x, Operand<TFloat32> kernel, int axis, int dilation) {
    int length = (int) x.shape().get(axis + 1);
    int missing = padding == Padding.SAME ? ((int) kernel.shape().get(axis) - 1) * dilation : 0;
    int rest = Math.floorMod(-(length + missing), dilation);
    return new int[] {missing / 2, missing - missing / 2 + rest, rest};
  }
}
