package dev.espalier.runtime.step;

import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.RowOptimizer;
import dev.espalier.runtime.session.VariableSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TType;

/** What an optimizer keeps for the variables it updates. */
final class OptimizerSlots {
  private final Map<String, List<KeptVariable>> byVariable = new HashMap<>();
  private final List<KeptVariable> all = new ArrayList<>();

  OptimizerSlots(Ops tf, Optimizer optimizer, List<VariableSpec> variables, KeptVariables kept) {
    for (VariableSpec variable : variables) {
      List<KeptVariable> slots = slots(tf, optimizer, variable, kept);
      byVariable.put(variable.name(), slots);
      all.addAll(slots);
    }
  }

  private static List<KeptVariable> slots(
      Ops tf, Optimizer optimizer, VariableSpec variable, KeptVariables kept) {
    List<KeptVariable> slots = new ArrayList<>();
    if (variable.byRows()) {
      int dimension = variable.shape().get(1);
      for (RowOptimizer.RowSlot slot : optimizer.rows().orElseThrow().slots()) {
        List<Integer> shape = List.of(variable.shape().get(0), slot.width() * dimension);
        slots.add(kept.add(tf, name(slot.name(), variable), shape, slot.initial()));
      }
    } else {
      for (Optimizer.Slot slot : optimizer.slots()) {
        slots.add(kept.add(tf, name(slot.name(), variable), variable.shape(), slot.initial()));
      }
    }
    return slots;
  }

  private static String name(String slot, VariableSpec variable) {
    return "slots/" + slot + "/" + variable.name();
  }

  /** The handles of a variable's slots, in the optimizer's order. */
  List<Operand<? extends TType>> of(VariableSpec variable) {
    List<Operand<? extends TType>> handles = new ArrayList<>();
    byVariable.get(variable.name()).forEach(slot -> handles.add(slot.handle()));
    return handles;
  }

  /** Starts all slots anew. */
  void reset(Session session) {
    KeptVariables.reset(session, all);
  }
}
