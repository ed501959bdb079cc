package dev.espalier.runtime.session;

import dev.espalier.runtime.session.VariablePlan.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The reads of variables in one network: what gradients are taken to, one for each variable. */
final class Leaves {
  private final Ops tf;
  private final Variables variables;
  private final Map<String, Operand<TFloat32>> byVariable = new LinkedHashMap<>();
  private final Map<String, Operand<TFloat32>> byPath = new LinkedHashMap<>();

  Leaves(Ops tf, Variables variables) {
    this.tf = tf;
    this.variables = variables;
  }

  VariablePlan plan() {
    return variables.plan();
  }

  /** Whether the network uses a variable. */
  boolean has(VariableSpec variable) {
    return byVariable.containsKey(variable.name());
  }

  /** A variable's read. */
  Operand<TFloat32> leaf(VariableSpec variable) {
    return byVariable.computeIfAbsent(
        variable.name(), name -> tf.readVariableOp(variables.handle(variable), TFloat32.class));
  }

  /** What has this path: a whole variable, or some rows of stacked tables. */
  Operand<TFloat32> value(String path) {
    return byPath.computeIfAbsent(path, this::build);
  }

  private Operand<TFloat32> build(String path) {
    Place place = plan().place(path);
    Operand<TFloat32> leaf = leaf(place.variable());
    if (place.variable().members().size() == 1) {
      return leaf;
    }
    return tf.slice(
        leaf,
        tf.constant(new int[] {place.member().firstRow(), 0}),
        tf.constant(new int[] {place.member().shape().get(0), -1}));
  }
}
