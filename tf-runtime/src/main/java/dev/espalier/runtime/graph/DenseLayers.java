package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Dense layers: linear maps of the last axis, {@code [..., n]} to {@code [..., units]}. */
public final class DenseLayers {
  private DenseLayers() {}

  /**
   * {@code x W + b}; the parameters are {@code path.kernel [n, units]} and {@code path.bias
   * [units]}.
   */
  public static Operand<TFloat32> dense(GraphBuilder g, String path, Operand<TFloat32> x) {
    Ops tf = g.tf();
    Operand<TFloat32> product = tf.linalg.matMul(rows(tf, x), g.parameter(path + ".kernel"));
    // Not BiasAdd: adding with broadcast is the faster of the two on CPU, gradient included.
    return unrows(tf, x, tf.math.add(product, g.parameter(path + ".bias")));
  }

  /** {@code x W}; the parameter is {@code path.kernel [n, units]}. */
  public static Operand<TFloat32> denseWithoutBias(
      GraphBuilder g, String path, Operand<TFloat32> x) {
    Ops tf = g.tf();
    return unrows(tf, x, tf.linalg.matMul(rows(tf, x), g.parameter(path + ".kernel")));
  }

  private static Operand<TFloat32> rows(Ops tf, Operand<TFloat32> x) {
    if (Shapes.rank(x) == 2) {
      return x;
    }
    return tf.reshape(x, tf.constant(new int[] {-1, Shapes.units(x)}));
  }

  /** Gives the rows the outer axes of {@code x} back. */
  static Operand<TFloat32> unrows(Ops tf, Operand<TFloat32> x, Operand<TFloat32> rows) {
    int rank = Shapes.rank(x);
    if (rank == 2) {
      return rows;
    }
    int[] shape = new int[rank];
    int unknown = 0;
    for (int i = 0; i < rank; i++) {
      shape[i] = (int) (i < rank - 1 ? x.shape().get(i) : Shapes.units(rows));
      unknown += shape[i] < 0 ? 1 : 0;
    }
    return tf.reshape(rows, unknown > 1 ? measured(tf, x, rows) : tf.constant(shape));
  }

  /** The shape as only a run knows it: one constant can leave one axis open, not two. */
  private static Operand<TInt32> measured(Ops tf, Operand<TFloat32> x, Operand<TFloat32> rows) {
    Operand<TInt32> outer = tf.slice(tf.shape(x), tf.array(0), tf.array(Shapes.rank(x) - 1));
    Operand<TInt32> units = tf.array(Shapes.units(rows));
    return tf.concat(List.of(outer, units), tf.constant(0));
  }
}
