package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Operations that make one value of one or more. */
public final class Merges {
  private Merges() {}

  /** The sum of values of equal shape. */
  @SafeVarargs
  @SuppressWarnings("varargs") // List.of copies the array
  public static Operand<TFloat32> add(GraphBuilder g, Operand<TFloat32>... x) {
    // AddN hands its gradient on as it is; Add would look for broadcasting.
    return x.length == 1 ? x[0] : g.tf().math.addN(List.of(x));
  }

  /** The element-wise product of values of equal shape. */
  @SafeVarargs
  public static Operand<TFloat32> multiply(GraphBuilder g, Operand<TFloat32>... x) {
    Operand<TFloat32> product = x[0];
    for (int i = 1; i < x.length; i++) {
      product = g.tf().math.mul(product, x[i]);
    }
    return product;
  }

  /** The concatenation on the last axis of values whose other axes agree. */
  @SafeVarargs
  @SuppressWarnings("varargs") // List.of copies the array
  public static Operand<TFloat32> concat(GraphBuilder g, Operand<TFloat32>... x) {
    Ops tf = g.tf();
    return x.length == 1 ? x[0] : tf.concat(List.of(x), tf.constant(Shapes.rank(x[0]) - 1));
  }
}
