package dev.espalier.runtime.export;

import dev.espalier.runtime.data.statistics.CategoryHash;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;

/** The hash of categories in a graph. */
final class Buckets {
  private Buckets() {}

  /** The rows of texts in a table with so many buckets. */
  static Operand<TInt32> rows(Ops tf, Operand<TString> texts, int buckets) {
    Operand<TInt64> bucket =
        tf.strings.toHashBucketStrong(texts, (long) buckets, CategoryHash.key());
    return tf.dtypes.cast(tf.math.add(bucket, tf.constant(1L)), TInt32.class);
  }
}
