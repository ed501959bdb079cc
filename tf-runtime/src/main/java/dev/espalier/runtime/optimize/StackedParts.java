package dev.espalier.runtime.optimize;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The parameters that one variable holds: for what looks at a parameter as a whole, such as its
 * norm.
 *
 * @param rows of each of them, if they are several, stacked by rows; empty for one
 */
record StackedParts(Ops tf, List<Integer> rows) {

  /** What of a value of the variable's shape belongs to each parameter. */
  List<Operand<TFloat32>> split(Operand<TFloat32> whole) {
    if (rows.size() < 2) {
      return List.of(whole);
    }
    int[] sizes = rows.stream().mapToInt(Integer::intValue).toArray();
    return new ArrayList<>(
        tf.splitV(whole, tf.constant(sizes), tf.constant(0), (long) sizes.length).output());
  }

  /** Puts them together again. */
  Operand<TFloat32> join(List<Operand<TFloat32>> parts) {
    return parts.size() == 1 ? parts.get(0) : tf.concat(parts, tf.constant(0));
  }

  /** The Euclidean norm of a value. */
  Operand<TFloat32> norm(Operand<TFloat32> value) {
    return tf.math.sqrt(tf.math.mul(tf.nn.l2Loss(value), tf.constant(2f)));
  }
}
