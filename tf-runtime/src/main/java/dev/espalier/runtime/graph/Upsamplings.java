package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.op.image.ResizeNearestNeighbor;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Values between positions: {@code [batch, height, width, n]} to {@code [batch, factor * height,
 * factor * width, n]}, and sequences {@code [batch, length, n]} alike.
 */
public final class Upsamplings {
  private Upsamplings() {}

  /** Every value several times. */
  public static Operand<TFloat32> nearest(GraphBuilder g, Operand<TFloat32> x, int factor) {
    return WindowPools.asPicture(
        g.tf(),
        x,
        it ->
            g.tf()
                .image
                .resizeNearestNeighbor(
                    it, size(g.tf(), x, factor), ResizeNearestNeighbor.halfPixelCenters(true)));
  }

  /** The values around, weighted by how near they are. */
  public static Operand<TFloat32> bilinear(GraphBuilder g, Operand<TFloat32> x, int factor) {
    return WindowPools.asPicture(
        g.tf(),
        x,
        it ->
            g.tf()
                .image
                .resizeBilinear(
                    it, size(g.tf(), x, factor), ResizeBilinear.halfPixelCenters(true)));
  }

  private static Operand<TInt32> size(Ops tf, Operand<TFloat32> x, int factor) {
    int height = Shapes.rank(x) == 4 ? factor * (int) x.shape().get(1) : 1;
    return tf.array(height, factor * (int) x.shape().get(Shapes.rank(x) - 2));
  }
}
