package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Layers that change the shape of a value and none of its numbers. */
public final class Reshapes {
  private Reshapes() {}

  /** {@code [batch, ...]} to {@code [batch, dims]}, as many numbers in the same order. */
  public static Operand<TFloat32> reshape(GraphBuilder g, Operand<TFloat32> x, int... dims) {
    int[] shape = new int[dims.length + 1];
    shape[0] = -1;
    System.arraycopy(dims, 0, shape, 1, dims.length);
    return g.tf().reshape(x, g.tf().constant(shape));
  }
}
