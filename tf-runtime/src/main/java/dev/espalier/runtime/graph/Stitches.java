package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What the trunk of one task goes on with where the trunks of all tasks are stitched. */
public final class Stitches {
  private Stitches() {}

  /**
   * The sum of one layer of all trunks, each times its weight.
   *
   * <p>The parameters are {@code path.own [1]}, the weight of the first, and {@code path.others
   * [trunks - 1]}, those of the rest in their order.
   *
   * @param layers of equal shape {@code [batch, ...]}, that of the task's own trunk first
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // List.of copies the array
  public static Operand<TFloat32> stitch(GraphBuilder g, String path, Operand<TFloat32>... layers) {
    Ops tf = g.tf();
    Operand<TFloat32> weights =
        tf.concat(
            List.of(g.parameter(path + ".own"), g.parameter(path + ".others")), tf.constant(0));
    Operand<TFloat32> rows =
        tf.reshape(tf.stack(List.of(layers)), tf.constant(new int[] {layers.length, -1}));
    Operand<TFloat32> sum =
        tf.linalg.matMul(tf.reshape(weights, tf.constant(new int[] {1, layers.length})), rows);
    return tf.reshape(sum, tf.constant(Shapes.anyBatch(layers[0])));
  }
}
