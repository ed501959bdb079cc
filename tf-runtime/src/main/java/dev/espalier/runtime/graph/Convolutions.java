package dev.espalier.runtime.graph;

import dev.espalier.dsl.Padding;
import dev.espalier.runtime.model.GraphBuilder;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Convolutions: {@code [batch, height, width, n]} to {@code [batch, height, width, filters]}, and
 * along a sequence {@code [batch, length, n]} to {@code [batch, length, filters]}.
 *
 * <p>The parameters are {@code path.kernel}, {@code [size, size, n, filters]} or {@code [size, n,
 * filters]}, and {@code path.bias [filters]}. At most one of stride and dilation is above 1.
 */
public final class Convolutions {
  private Convolutions() {}

  /** A convolution of pictures, with a bias. */
  public static Operand<TFloat32> conv2D(
      GraphBuilder g, String path, Operand<TFloat32> x, Padding padding, int stride, int dilation) {
    return biased(g, path, conv2DWithoutBias(g, path, x, padding, stride, dilation));
  }

  /** A convolution of pictures. */
  public static Operand<TFloat32> conv2DWithoutBias(
      GraphBuilder g, String path, Operand<TFloat32> x, Padding padding, int stride, int dilation) {
    Operand<TFloat32> kernel = g.parameter(path + ".kernel");
    if (dilation == 1) {
      return plain(g.tf(), x, kernel, padding, stride);
    }
    return new Dilation(g.tf(), padding, dilation, dilation)
        .of(x, kernel, (parts, same) -> plain(g.tf(), parts, same, Padding.VALID, 1));
  }

  /** A convolution of each channel by itself, with a bias. */
  public static Operand<TFloat32> depthwiseConv2D(
      GraphBuilder g, String path, Operand<TFloat32> x, Padding padding, int stride, int dilation) {
    return biased(g, path, depthwiseConv2DWithoutBias(g, path, x, padding, stride, dilation));
  }

  /** A convolution of each channel by itself; {@code path.kernel [size, size, 1, filters]}. */
  public static Operand<TFloat32> depthwiseConv2DWithoutBias(
      GraphBuilder g, String path, Operand<TFloat32> x, Padding padding, int stride, int dilation) {
    return Depthwise.of(g.tf(), x, g.parameter(path + ".kernel"), padding, stride, dilation);
  }

  /** A convolution of each channel by itself, then one of each position, with a bias. */
  public static Operand<TFloat32> separableConv2D(
      GraphBuilder g, String path, Operand<TFloat32> x, Padding padding, int stride, int dilation) {
    return biased(g, path, separableConv2DWithoutBias(g, path, x, padding, stride, dilation));
  }

  /**
   * A convolution of each channel by itself, then one of each position: {@code path.depthwise
   * [size, size, 1, n]}, {@code path.kernel [n, filters]}.
   */
  public static Operand<TFloat32> separableConv2DWithoutBias(
      GraphBuilder g, String path, Operand<TFloat32> x, Padding padding, int stride, int dilation) {
    Operand<TFloat32> kernel = g.parameter(path + ".depthwise");
    return pointwise(g, path, Depthwise.of(g.tf(), x, kernel, padding, stride, dilation), 1);
  }

  /** A transposed convolution, with a bias. */
  public static Operand<TFloat32> conv2DTranspose(
      GraphBuilder g, String path, Operand<TFloat32> x, int stride) {
    return biased(g, path, conv2DTransposeWithoutBias(g, path, x, stride));
  }

  /** A transposed convolution: height and width times the stride. */
  public static Operand<TFloat32> conv2DTransposeWithoutBias(
      GraphBuilder g, String path, Operand<TFloat32> x, int stride) {
    Ops tf = g.tf();
    Operand<TFloat32> kernel = g.parameter(path + ".kernel");
    int height = (int) x.shape().get(1) * stride;
    int width = (int) x.shape().get(2) * stride;
    int filters = Shapes.units(kernel);
    Operand<TInt32> sizes =
        tf.concat(
            List.of(
                tf.slice(tf.shape(x), tf.array(0), tf.array(1)), tf.array(height, width, filters)),
            tf.constant(0));
    Operand<TFloat32> larger =
        tf.nn.conv2dBackpropInput(
            sizes,
            tf.linalg.transpose(kernel, tf.array(0, 1, 3, 2)),
            x,
            List.of(1L, (long) stride, (long) stride, 1L),
            Padding.SAME.name());
    return tf.reshape(larger, tf.array(-1, height, width, filters));
  }

  /** A convolution along a sequence, with a bias. */
  public static Operand<TFloat32> conv1D(
      GraphBuilder g, String path, Operand<TFloat32> x, Padding padding, int stride, int dilation) {
    return biased(g, path, conv1DWithoutBias(g, path, x, padding, stride, dilation));
  }

  /** A convolution along a sequence, with a bias; what the mask leaves out counts as 0. */
  public static Operand<TFloat32> conv1D(
      GraphBuilder g,
      String path,
      Operand<TFloat32> x,
      Operand<TFloat32> mask,
      Padding padding,
      int stride,
      int dilation) {
    return conv1D(g, path, Masks.real(g.tf(), x, mask), padding, stride, dilation);
  }

  /** A convolution along a sequence; what the mask leaves out counts as 0. */
  public static Operand<TFloat32> conv1DWithoutBias(
      GraphBuilder g,
      String path,
      Operand<TFloat32> x,
      Operand<TFloat32> mask,
      Padding padding,
      int stride,
      int dilation) {
    return conv1DWithoutBias(g, path, Masks.real(g.tf(), x, mask), padding, stride, dilation);
  }

  /** A convolution along a sequence: of a picture that is one position high. */
  public static Operand<TFloat32> conv1DWithoutBias(
      GraphBuilder g, String path, Operand<TFloat32> x, Padding padding, int stride, int dilation) {
    Ops tf = g.tf();
    Operand<TFloat32> row = tf.expandDims(x, tf.constant(1));
    Operand<TFloat32> kernel = tf.expandDims(g.parameter(path + ".kernel"), tf.constant(0));
    Operand<TFloat32> y =
        dilation == 1
            ? plain(tf, row, kernel, padding, stride)
            : new Dilation(tf, padding, 1, dilation)
                .of(row, kernel, (parts, same) -> plain(tf, parts, same, Padding.VALID, 1));
    return Shapes.withoutHeight(tf, y);
  }

  /** A convolution with the kernel {@code [n, filters]}, of one position. */
  static Operand<TFloat32> pointwise(GraphBuilder g, String path, Operand<TFloat32> x, int stride) {
    Ops tf = g.tf();
    Operand<TFloat32> matrix = g.parameter(path + ".kernel");
    Operand<TFloat32> kernel = tf.expandDims(tf.expandDims(matrix, tf.constant(0)), tf.constant(0));
    if (Shapes.rank(x) == 4) {
      return plain(tf, x, kernel, Padding.SAME, stride);
    }
    Operand<TFloat32> row = tf.expandDims(x, tf.constant(1));
    return Shapes.withoutHeight(tf, plain(tf, row, kernel, Padding.SAME, stride));
  }

  private static Operand<TFloat32> plain(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel, Padding padding, int stride) {
    // A row has one position in height, whatever the stride along it.
    long down = x.shape().get(1) == 1 ? 1 : stride;
    return tf.nn.conv2d(x, kernel, List.of(1L, down, (long) stride, 1L), padding.name());
  }

  /** BiasAdd, which is fused with the convolution before it; measured faster than Add here. */
  static Operand<TFloat32> biased(GraphBuilder g, String path, Operand<TFloat32> y) {
    return g.tf().nn.biasAdd(y, g.parameter(path + ".bias"));
  }
}
