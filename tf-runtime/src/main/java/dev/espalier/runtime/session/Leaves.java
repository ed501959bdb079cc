package dev.espalier.runtime.session;

import dev.espalier.runtime.session.VariablePlan.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * What gradients are taken to in one network: the read of each variable, and what was looked up in
 * the rows of embedding tables.
 */
final class Leaves {
  private final Ops tf;
  private final Variables variables;
  private final Map<String, Operand<TFloat32>> byVariable = new LinkedHashMap<>();
  private final Map<String, Operand<TFloat32>> byPath = new LinkedHashMap<>();
  private final Map<String, List<Lookup>> lookups = new LinkedHashMap<>();

  /**
   * Rows of a table that a network takes.
   *
   * @param rows which, of any shape
   * @param vectors the rows, {@code [.., dimension]}
   */
  record Lookup(Operand<TInt32> rows, Operand<TFloat32> vectors) {}

  Leaves(Ops tf, Variables variables) {
    this.tf = tf;
    this.variables = variables;
  }

  VariablePlan plan() {
    return variables.plan();
  }

  /** Whether the network uses a variable. */
  boolean has(VariableSpec variable) {
    return byVariable.containsKey(variable.name()) || lookups.containsKey(variable.name());
  }

  /** The operations through which a network takes what a variable holds. */
  List<Operand<TFloat32>> reads(VariableSpec variable) {
    return variable.byRows()
        ? lookups(variable).stream().map(Lookup::vectors).toList()
        : List.of(leaf(variable));
  }

  Operand<? extends TType> handle(VariableSpec variable) {
    return variables.handle(variable);
  }

  /** A variable's read. */
  Operand<TFloat32> leaf(VariableSpec variable) {
    return byVariable.computeIfAbsent(
        variable.name(), name -> tf.readVariableOp(variables.handle(variable), TFloat32.class));
  }

  /** Some rows of a variable. */
  Operand<TFloat32> lookUp(VariableSpec variable, Operand<TInt32> rows) {
    // A variable of which rows were ever updated in place is copied by each read of the whole.
    Operand<TFloat32> vectors =
        variable.byRows()
            ? tf.resourceGather(variables.handle(variable), rows, TFloat32.class)
            : tf.gather(leaf(variable), rows, tf.constant(0));
    lookups
        .computeIfAbsent(variable.name(), name -> new ArrayList<>())
        .add(new Lookup(rows, vectors));
    return vectors;
  }

  /** All rows that were looked up in a variable. */
  List<Lookup> lookups(VariableSpec variable) {
    return lookups.getOrDefault(variable.name(), List.of());
  }

  /** What has this path: a whole variable, or some rows of stacked tables. */
  Operand<TFloat32> value(String path) {
    return byPath.computeIfAbsent(path, this::build);
  }

  /** Whether a variable, or a table in it, is used other than by looking rows up. */
  boolean isTakenAsWhole(VariableSpec variable) {
    return variable.members().stream().anyMatch(member -> byPath.containsKey(member.path()));
  }

  private Operand<TFloat32> build(String path) {
    Place place = plan().place(path);
    if (place.variable().byRows()) {
      throw new IllegalStateException(
          "`" + path + "` is a table that is read by rows; a network can't take the whole of it.");
    }
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
