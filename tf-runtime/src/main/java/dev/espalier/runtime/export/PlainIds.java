package dev.espalier.runtime.export;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/** Ids from 0. */
final class PlainIds extends TableLookup<TInt64> {
  private final long size;

  PlainIds(int size) {
    super(TInt64.class, List.of(-1L, -2L), true, "an id from 0 to " + (size - 1));
    this.size = size;
  }

  @Override
  Operand<TInt32> find(Ops tf, Operand<TInt64> values) {
    Operand<TBool> inside =
        tf.math.logicalAnd(
            tf.math.greaterEqual(values, tf.constant(0L)), tf.math.less(values, tf.constant(size)));
    Operand<TInt32> rows = tf.dtypes.cast(tf.math.add(values, tf.constant(1L)), TInt32.class);
    return tf.select(inside, rows, tf.constant(0));
  }
}
