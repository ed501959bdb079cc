package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.types.TFloat32;

/** What tasks hand on to each other. */
public final class Transfers {
  private Transfers() {}

  /**
   * Adaptive information transfer: {@code sum over u of softmax(<h2(u), h3(u)> / sqrt(k)) h1(u)} of
   * two or more values {@code [..., k]} of equal shape, position by position.
   *
   * <p>The parameters are {@code path.valueKernel} (h1), {@code path.queryKernel} (h2) and {@code
   * path.keyKernel} (h3), each {@code [k, k]}. Source: Xi et al. (AITM), KDD 2021.
   */
  @SafeVarargs
  public static Operand<TFloat32> informationTransfer(
      GraphBuilder g, String path, Operand<TFloat32>... x) {
    Ops tf = g.tf();
    int units = Shapes.units(x[0]);
    List<Operand<TFloat32>> rows = new ArrayList<>();
    for (Operand<TFloat32> each : x) {
      rows.add(Shapes.rows(tf, each));
    }
    Operand<TFloat32> told = tf.stack(rows, Stack.axis(1L));
    List<Operand<TFloat32>> parts = projected(g, path, told, x.length, units);
    Operand<TFloat32> alike =
        tf.sum(tf.math.mul(parts.get(0), parts.get(1)), tf.constant(new int[] {2}));
    Operand<TFloat32> scale = tf.constant((float) (1 / Math.sqrt(units)));
    Operand<TFloat32> weights = tf.nn.softmax(tf.math.mul(alike, scale));
    Operand<TFloat32> weighed = tf.math.mul(parts.get(2), tf.expandDims(weights, tf.constant(2)));
    return DenseLayers.unrows(tf, x[0], tf.sum(weighed, tf.constant(new int[] {1})));
  }

  /** The maps h2, h3 and h1 of all values, each {@code [rows, values, k]}: one product for all. */
  private static List<Operand<TFloat32>> projected(
      GraphBuilder g, String path, Operand<TFloat32> told, int count, int units) {
    Ops tf = g.tf();
    List<Operand<TFloat32>> kernels = new ArrayList<>();
    for (String part : List.of("query", "key", "value")) {
      kernels.add(g.parameter(path + "." + part + "Kernel"));
    }
    Operand<TFloat32> product =
        tf.linalg.matMul(Shapes.rows(tf, told), tf.concat(kernels, tf.constant(1)));
    int[] shape = {-1, count, 3, units};
    return List.copyOf(
        tf.unstack(tf.reshape(product, tf.constant(shape)), 3L, Unstack.axis(2L)).output());
  }
}
