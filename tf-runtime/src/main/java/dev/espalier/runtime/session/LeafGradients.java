package dev.espalier.runtime.session;

import dev.espalier.runtime.session.Leaves.Lookup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;

/**
 * Gradients of some values with respect to variables.
 *
 * <p>The gradient of an embedding table is that of the rows that were looked up in it, added up by
 * row: three operations, where TensorFlow's own gradient of a gather has thirty.
 */
final class LeafGradients {
  private final Ops tf;
  private final Leaves leaves;
  private final List<Operand<TFloat32>> values;
  private final List<Operand<TFloat32>> factors;
  private final Optional<TouchedRows> touched;
  private final Set<GraphOperation> reached;

  /**
   * Gradients of some values.
   *
   * @param touched the rows that gradients of tables read by rows are of; all of them without
   */
  LeafGradients(
      Ops tf,
      Leaves leaves,
      List<Operand<TFloat32>> values,
      List<Operand<TFloat32>> factors,
      Optional<TouchedRows> touched) {
    this.tf = tf;
    this.touched = touched;
    this.leaves = leaves;
    this.values = values;
    this.factors = factors;
    Graph graph = (Graph) tf.scope().env();
    this.reached = graph.subgraphTo(new HashSet<>(values));
  }

  /** One gradient for each variable, then one for each other point, of their shapes. */
  List<Operand<TFloat32>> of(List<VariableSpec> variables, List<Operand<TFloat32>> others) {
    List<Operand<TFloat32>> points = new ArrayList<>();
    variables.forEach(variable -> points.addAll(points(variable)));
    points.addAll(others);
    Gradients all = tf.gradients(values, points, Gradients.dx(factors));
    List<Operand<TFloat32>> gradients = new ArrayList<>();
    int at = 0;
    for (VariableSpec variable : variables) {
      List<Operand<TFloat32>> parts = new ArrayList<>();
      for (Lookup lookup : lookups(variable)) {
        parts.add(byRow(variable, lookup, all.<TFloat32>dy(at++)));
      }
      if (parts.isEmpty()) {
        parts.add(all.<TFloat32>dy(at++));
      }
      gradients.add(parts.size() == 1 ? parts.get(0) : tf.math.addN(parts));
    }
    while (at < points.size()) {
      gradients.add(all.dy(at++));
    }
    return gradients;
  }

  /** What to differentiate with respect to. */
  private List<Operand<TFloat32>> points(VariableSpec variable) {
    List<Lookup> lookups = lookups(variable);
    return lookups.isEmpty()
        ? List.of(leaves.leaf(variable))
        : lookups.stream().map(Lookup::vectors).toList();
  }

  /**
   * The lookups that the values depend on; none for a table that is also taken as a whole, whose
   * gradient TensorFlow has to find.
   */
  private List<Lookup> lookups(VariableSpec variable) {
    return leaves.isTakenAsWhole(variable)
        ? List.of()
        : leaves.lookups(variable).stream()
            .filter(lookup -> reached.contains((GraphOperation) lookup.vectors().op()))
            .toList();
  }

  private Operand<TFloat32> byRow(
      VariableSpec variable, Lookup lookup, Operand<TFloat32> gradient) {
    Operand<TFloat32> vectors =
        tf.reshape(gradient, tf.constant(new int[] {-1, variable.shape().get(1)}));
    return touched.isPresent() && variable.byRows()
        ? tf.math.unsortedSegmentSum(
            vectors, touched.get().places(lookup), touched.get().count(tf, variable))
        : tf.math.unsortedSegmentSum(
            vectors, tf.reshape(lookup.rows(), tf.array(-1)), tf.constant(variable.shape().get(0)));
  }
}
