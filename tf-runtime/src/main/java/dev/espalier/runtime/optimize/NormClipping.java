package dev.espalier.runtime.optimize;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** {@code g bound / max(|g|, bound)} of each parameter. */
record NormClipping(double bound) implements Clipping {

  NormClipping {
    Ranges.requireBound(bound);
  }

  @Override
  public boolean looksAtAll() {
    return false;
  }

  @Override
  public List<Operand<TFloat32>> clip(Ops tf, List<RawGradient> gradients) {
    return gradients.stream().map(each -> clip(tf, each)).toList();
  }

  private Operand<TFloat32> clip(Ops tf, RawGradient gradient) {
    if (gradient.rows().isPresent() && gradient.stackedRows().size() > 1) {
      return clipRows(tf, gradient, gradient.rows().get());
    }
    StackedParts stacked = new StackedParts(tf, gradient.stackedRows());
    return stacked.join(
        stacked.split(gradient.value()).stream()
            .<Operand<TFloat32>>map(
                part -> tf.math.mul(part, factor(tf, stacked.norm(part), bound)))
            .toList());
  }

  /** Each row by the norm of those of its table. */
  private Operand<TFloat32> clipRows(Ops tf, RawGradient gradient, Operand<TInt32> rows) {
    int tables = gradient.stackedRows().size();
    int[] ends = new int[tables - 1];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = (i == 0 ? 0 : ends[i - 1]) + gradient.stackedRows().get(i);
    }
    Operand<TBool> beyond =
        tf.math.greaterEqual(tf.expandDims(rows, tf.constant(1)), tf.constant(ends));
    Operand<TInt32> table = tf.sum(tf.dtypes.cast(beyond, TInt32.class), tf.array(1));
    Operand<TFloat32> squares = tf.sum(tf.math.square(gradient.value()), tf.array(1));
    Operand<TFloat32> norms =
        tf.math.sqrt(tf.math.unsortedSegmentSum(squares, table, tf.constant(tables)));
    Operand<TFloat32> factors = tf.gather(factor(tf, norms, bound), table, tf.constant(0));
    return tf.math.mul(gradient.value(), tf.expandDims(factors, tf.constant(1)));
  }

  /** What brings a vector of a norm within a bound: 1 for one that is. */
  static Operand<TFloat32> factor(Ops tf, Operand<TFloat32> norm, double bound) {
    Operand<TFloat32> most = tf.constant((float) bound);
    return tf.math.div(most, tf.math.maximum(norm, most));
  }
}
