package dev.espalier.runtime.export;

import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;

/** Texts that are hashed. */
final class HashedTexts extends TableLookup<TString> {
  private final int buckets;

  HashedTexts(int buckets) {
    super(TString.class, freeTexts(Set.of(), "\0"), false, "any text");
    this.buckets = buckets;
  }

  @Override
  Operand<TInt32> find(Ops tf, Operand<TString> values) {
    return tf.select(isMarker(tf, values), tf.constant(0), Buckets.rows(tf, values, buckets));
  }
}
