package dev.espalier.runtime.step;

import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.session.Variables;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/**
 * The gradients of the parts of a batch, added up, for variables of which steps update all: as much
 * memory as these. They hold nothing between steps.
 */
final class GradientSums {
  private final Ops tf;
  private final Map<VariableSpec, VarHandleOp> handles = new HashMap<>();

  GradientSums(Ops tf) {
    this.tf = tf;
  }

  private VarHandleOp handle(VariableSpec variable) {
    return handles.computeIfAbsent(
        variable,
        key ->
            tf.varHandleOp(
                TFloat32.class,
                Variables.shape(variable),
                VarHandleOp.sharedName("gradient sums/" + variable.name())));
  }

  /** Begins a sum with the gradient of the first part. */
  Op begin(Ops scope, VariableSpec variable, Operand<TFloat32> gradient) {
    return scope.assignVariableOp(handle(variable), gradient);
  }

  /** Adds the gradient of another part. */
  Op add(Ops scope, VariableSpec variable, Operand<TFloat32> gradient) {
    return scope.assignAddVariableOp(handle(variable), gradient);
  }

  /** The sum. */
  Operand<TFloat32> read(Ops scope, VariableSpec variable) {
    return scope.readVariableOp(handle(variable), TFloat32.class);
  }
}
