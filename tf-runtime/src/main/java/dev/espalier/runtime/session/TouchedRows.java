package dev.espalier.runtime.session;

import dev.espalier.runtime.session.Leaves.Lookup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Unique;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The rows of tables that some values depend on, where tables are read by rows: each row once, in
 * the order in which they are first looked up.
 */
public final class TouchedRows {
  private final Map<VariableSpec, Operand<TInt32>> rows = new HashMap<>();
  private final Map<Lookup, Operand<TInt32>> places = new HashMap<>();

  private TouchedRows() {}

  /** Those of all tables that some values depend on. */
  static TouchedRows by(Ops tf, Leaves leaves, List<Operand<TFloat32>> values) {
    TouchedRows touched = new TouchedRows();
    Set<GraphOperation> reached = ((Graph) tf.scope().env()).subgraphTo(new HashSet<>(values));
    for (VariableSpec variable : leaves.plan().parameters()) {
      if (variable.byRows()) {
        List<Lookup> lookups =
            leaves.lookups(variable).stream()
                .filter(lookup -> reached.contains((GraphOperation) lookup.vectors().op()))
                .toList();
        if (!lookups.isEmpty()) {
          touched.add(tf, variable, lookups);
        }
      }
    }
    return touched;
  }

  /** Rows that are fed, for a run that goes on with the gradients of another. */
  public static TouchedRows fed(Ops tf, List<VariableSpec> variables) {
    TouchedRows touched = new TouchedRows();
    for (VariableSpec variable : variables) {
      if (variable.byRows()) {
        touched.rows.put(variable, tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1))));
      }
    }
    return touched;
  }

  private void add(Ops tf, VariableSpec variable, List<Lookup> lookups) {
    List<Operand<TInt32>> each =
        lookups.stream()
            .<Operand<TInt32>>map(lookup -> tf.reshape(lookup.rows(), tf.array(-1)))
            .toList();
    Operand<TInt32> all = each.size() == 1 ? each.get(0) : tf.concat(each, tf.constant(0));
    Unique<TInt32, TInt32> unique = tf.unique(all, tf.array(0));
    rows.put(variable, unique.y());
    if (each.size() == 1) {
      places.put(lookups.get(0), unique.idx());
      return;
    }
    Operand<TInt32> begin = tf.constant(new int[] {0});
    for (int i = 0; i < each.size(); i++) {
      Operand<TInt32> size = tf.shape(each.get(i));
      places.put(lookups.get(i), tf.slice(unique.idx(), begin, size));
      begin = tf.math.add(begin, size);
    }
  }

  /** Which rows of a table: {@code [n]}. */
  public Operand<TInt32> rows(VariableSpec variable) {
    return rows.get(variable);
  }

  /** How many of them there are. */
  public Operand<TInt32> count(Ops tf, VariableSpec variable) {
    return tf.size(rows.get(variable));
  }

  /** For all that was looked up in one place of the network its place among the rows. */
  Operand<TInt32> places(Lookup lookup) {
    return places.get(lookup);
  }
}
