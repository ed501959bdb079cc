package dev.espalier.runtime.export;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.HashTable;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/** A table of TensorFlow from values to rows. */
final class ValueTable {
  private ValueTable() {}

  /**
   * A table whose first value has row 1.
   *
   * @param initializers what fills it is added here
   */
  static HashTable of(
      Ops tf,
      String name,
      Class<? extends TType> type,
      Operand<? extends TType> values,
      int count,
      List<Op> initializers) {
    HashTable table = tf.hashTable(type, TInt32.class, HashTable.sharedName("espalier/" + name));
    int[] rows = IntStream.rangeClosed(1, count).toArray();
    initializers.add(tf.initializeTable(table, values, tf.constant(rows)));
    return table;
  }
}
