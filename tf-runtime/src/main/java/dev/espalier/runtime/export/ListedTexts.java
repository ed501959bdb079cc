package dev.espalier.runtime.export;

import java.util.List;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.HashTable;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;

/** Texts that are listed: constants by name, or what was learnt. */
final class ListedTexts extends TableLookup<TString> {
  private final List<String> texts;
  private HashTable table;

  ListedTexts(
      Ops tf, String name, List<String> texts, boolean strict, String holds, List<Op> before) {
    super(TString.class, freeTexts(Set.copyOf(texts), ""), strict, holds);
    this.texts = texts;
    if (!texts.isEmpty()) {
      Operand<TString> keys = tf.array(texts.toArray(String[]::new));
      table = ValueTable.of(tf, name, TString.class, keys, texts.size(), before);
    }
  }

  @Override
  Operand<TInt32> find(Ops tf, Operand<TString> values) {
    return texts.isEmpty()
        ? tf.fill(tf.shape(values), tf.constant(0))
        : tf.lookupTableFind(table, values, tf.constant(0));
  }
}
