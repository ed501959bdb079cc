package dev.espalier.runtime.export;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;

/** Whole numbers that are hashed. */
final class HashedIds extends TableLookup<TInt64> {
  private final int buckets;

  HashedIds(int buckets) {
    super(TInt64.class, List.of(Long.MIN_VALUE, Long.MIN_VALUE + 1), false, "any whole number");
    this.buckets = buckets;
  }

  @Override
  Operand<TInt32> find(Ops tf, Operand<TInt64> values) {
    Operand<TString> digits = tf.dtypes.asString(values);
    return tf.select(isMarker(tf, values), tf.constant(0), Buckets.rows(tf, digits, buckets));
  }
}
