package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Skips of residual blocks between values of different shape. */
public final class Shortcuts {
  private Shortcuts() {}

  /**
   * A dense projection without bias, then batch normalisation: {@code [..., n]} to {@code [...,
   * units]}.
   *
   * <p>The parameters are {@code path.kernel}, {@code path.scale} and {@code path.shift}, the
   * states {@code path.mean} and {@code path.variance}; see {@link Normalizations#batchNorm}.
   */
  public static Operand<TFloat32> shortcut(
      GraphBuilder g, String path, Operand<TFloat32> x, double momentum, double epsilon) {
    return shortcut(g, path, x, 1, momentum, epsilon);
  }

  /**
   * The same of a sequence, normalised by its real positions.
   *
   * @param x {@code [batch, length, n]}
   * @param mask 1 for real positions, 0 for padding, {@code [batch, length]}
   */
  public static Operand<TFloat32> shortcut(
      GraphBuilder g,
      String path,
      Operand<TFloat32> x,
      Operand<TFloat32> mask,
      double momentum,
      double epsilon) {
    Operand<TFloat32> projected = Convolutions.pointwise(g, path, x, 1);
    return Normalizations.batchNorm(g, path, projected, mask, momentum, epsilon);
  }

  /**
   * The same of every {@code stride}-th position in height and width, or length.
   *
   * <p>The kernel is {@code [n, units]} all the same.
   */
  public static Operand<TFloat32> shortcut(
      GraphBuilder g,
      String path,
      Operand<TFloat32> x,
      int stride,
      double momentum,
      double epsilon) {
    Operand<TFloat32> projected =
        Shapes.rank(x) == 2
            ? DenseLayers.denseWithoutBias(g, path, x)
            : Convolutions.pointwise(g, path, x, stride);
    return Normalizations.batchNorm(g, path, projected, momentum, epsilon);
  }
}
