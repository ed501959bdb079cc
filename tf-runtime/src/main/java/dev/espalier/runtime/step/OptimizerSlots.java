package dev.espalier.runtime.step;

import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.session.VariableSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** What an optimizer keeps for the variables it updates. */
final class OptimizerSlots {
  private final Map<String, List<Operand<? extends TType>>> handles = new HashMap<>();
  private final List<Operation> initialize = new ArrayList<>();

  OptimizerSlots(Ops tf, Optimizer optimizer, List<VariableSpec> variables) {
    for (VariableSpec variable : variables) {
      List<Operand<? extends TType>> slots = new ArrayList<>();
      for (Optimizer.Slot slot : optimizer.slots()) {
        slots.add(slot(tf, variable, slot));
      }
      handles.put(variable.name(), slots);
    }
  }

  private Operand<? extends TType> slot(Ops tf, VariableSpec variable, Optimizer.Slot slot) {
    int[] shape = variable.shape().stream().mapToInt(Integer::intValue).toArray();
    long[] dimensions = variable.shape().stream().mapToLong(Integer::longValue).toArray();
    VarHandleOp handle =
        tf.varHandleOp(
            TFloat32.class,
            Shape.of(dimensions),
            VarHandleOp.sharedName("slots/" + slot.name() + "/" + variable.name()));
    Operand<TFloat32> initial = tf.fill(tf.constant(shape), tf.constant(slot.initial()));
    initialize.add(tf.assignVariableOp(handle, initial).op());
    return handle;
  }

  /** The handles of a variable's slots, in the optimizer's order. */
  List<Operand<? extends TType>> of(VariableSpec variable) {
    return handles.get(variable.name());
  }

  /** Starts all slots anew. */
  void reset(Session session) {
    if (!initialize.isEmpty()) {
      Session.Runner runner = session.runner();
      initialize.forEach(runner::addTarget);
      runner.run().close();
    }
  }
}
