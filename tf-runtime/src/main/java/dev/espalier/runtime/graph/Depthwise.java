package dev.espalier.runtime.graph;

import dev.espalier.dsl.Padding;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Convolutions of each channel by itself. */
final class Depthwise {
  private Depthwise() {}

  /**
   * The convolution.
   *
   * @param kernel {@code [size, size, 1, filters]}, the filters of a channel side by side: fans are
   *     read off its shape
   */
  static Operand<TFloat32> of(
      Ops tf,
      Operand<TFloat32> x,
      Operand<TFloat32> kernel,
      Padding padding,
      int stride,
      int dilation) {
    int size = (int) kernel.shape().get(0);
    int channels = Shapes.units(x);
    int each = Shapes.units(kernel) / channels;
    Operand<TFloat32> filters = tf.reshape(kernel, tf.array(size, size, channels, each));
    return dilation == 1
        ? plain(tf, x, filters, padding, stride)
        : new Dilation(tf, padding, dilation, dilation)
            .of(x, filters, (parts, same) -> plain(tf, parts, same, Padding.VALID, 1));
  }

  private static Operand<TFloat32> plain(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> filters, Padding padding, int stride) {
    List<Long> strides = List.of(1L, (long) stride, (long) stride, 1L);
    return tf.nn.depthwiseConv2dNative(x, filters, strides, padding.name());
  }
}
