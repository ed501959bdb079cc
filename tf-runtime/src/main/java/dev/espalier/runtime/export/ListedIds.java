package dev.espalier.runtime.export;

import java.util.List;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.HashTable;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/** Whole numbers that were learnt. */
final class ListedIds extends TableLookup<TInt64> {
  private final List<Long> ids;
  private HashTable table;

  ListedIds(Ops tf, String name, List<Long> ids, boolean strict, String holds, List<Op> before) {
    super(TInt64.class, free(-1L, id -> id - 1, Set.copyOf(ids)), strict, holds);
    this.ids = ids;
    if (!ids.isEmpty()) {
      long[] keys = ids.stream().mapToLong(Long::longValue).toArray();
      table = ValueTable.of(tf, name, TInt64.class, tf.constant(keys), ids.size(), before);
    }
  }

  @Override
  Operand<TInt32> find(Ops tf, Operand<TInt64> values) {
    return ids.isEmpty()
        ? tf.fill(tf.shape(values), tf.constant(0))
        : tf.lookupTableFind(table, values, tf.constant(0));
  }
}
