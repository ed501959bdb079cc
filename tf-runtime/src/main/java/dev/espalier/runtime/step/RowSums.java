package dev.espalier.runtime.step;

import dev.espalier.runtime.session.TouchedRows;
import dev.espalier.runtime.session.VariableSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Unique;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The gradients of the parts of a batch, added up, for tables of which steps update the rows that
 * are looked up: each run is given the rows and sums of the parts before and gives those with its
 * own, so that their memory is that of the rows.
 */
final class RowSums {
  private final List<VariableSpec> tables;
  private final TouchedRows given;
  private final Map<VariableSpec, Operand<TFloat32>> givenSums = new HashMap<>();
  private final List<Operand<?>> points = new ArrayList<>();
  private final List<Operand<?>> merged = new ArrayList<>();

  /**
   * Sums over the parts of a batch.
   *
   * @param gradients of a part, with the rows that it touched
   */
  RowSums(
      Ops tf,
      List<VariableSpec> tables,
      TouchedRows touched,
      Map<VariableSpec, Operand<TFloat32>> gradients) {
    this.tables = tables;
    this.given = TouchedRows.fed(tf, tables);
    for (VariableSpec table : tables) {
      Operand<TFloat32> sums =
          tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, table.shape().get(1))));
      givenSums.put(table, sums);
      points.add(given.rows(table));
      points.add(sums);
      merge(tf, table, touched.rows(table), gradients.get(table));
    }
  }

  private void merge(Ops tf, VariableSpec table, Operand<TInt32> rows, Operand<TFloat32> gradient) {
    Operand<TInt32> all = tf.concat(List.of(given.rows(table), rows), tf.constant(0));
    Unique<TInt32, TInt32> unique = tf.unique(all, tf.array(0));
    merged.add(unique.y());
    merged.add(
        tf.math.unsortedSegmentSum(
            tf.concat(List.of(givenSums.get(table), gradient), tf.constant(0)),
            unique.idx(),
            tf.size(unique.y())));
  }

  /** The rows that were fed. */
  TouchedRows given() {
    return given;
  }

  /** The sums that were fed. */
  Operand<TFloat32> given(VariableSpec table) {
    return givenSums.get(table);
  }

  /** Fed: for each table its rows and their sums, as the run before gave them. */
  List<Operand<?>> points() {
    return points;
  }

  /** To be fetched in this order. */
  List<Operand<?>> merged() {
    return merged;
  }

  /** What the first part is given; the caller closes it. */
  List<Tensor> none() {
    List<Tensor> none = new ArrayList<>();
    for (VariableSpec table : tables) {
      none.add(TInt32.tensorOf(Shape.of(0)));
      none.add(TFloat32.tensorOf(Shape.of(0, table.shape().get(1))));
    }
    return none;
  }

  /** What a run gave, which fetched it from some place on. */
  List<Tensor> found(Result result, int from) {
    List<Tensor> found = new ArrayList<>();
    for (int i = 0; i < merged.size(); i++) {
      found.add(result.get(from + i));
    }
    return found;
  }
}
