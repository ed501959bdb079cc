package dev.espalier.runtime.export;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/**
 * Several categories.
 *
 * @param placeholder the values, {@code [batch, n]}, n being what a client needs
 * @param values their rows in the table, {@code [values]}
 * @param segments the row of the batch of each, {@code [values]}
 */
record BagInput(
    Operand<?> placeholder,
    Operand<TInt32> values,
    Operand<TInt32> segments,
    InputDescription description)
    implements RawInput {

  static <T extends TType> BagInput of(
      Ops tf, InputNames names, String name, TableLookup<T> lookup) {
    Placeholder<T> all =
        names.of(tf, name).placeholder(lookup.type(), Placeholder.shape(Shape.of(-1, -1)));
    Operand<TInt64> places = tf.where(tf.math.logicalNot(lookup.isPadding(tf, all)));
    Operand<TInt64> batchRows =
        tf.reshape(
            tf.slice(places, tf.constant(new int[] {0, 0}), tf.constant(new int[] {-1, 1})),
            tf.array(-1));
    return new BagInput(
        all,
        lookup.rows(tf, name, tf.gatherNd(all, places)),
        tf.dtypes.cast(batchRows, TInt32.class),
        InputDescription.of("a row of values, each " + lookup.holds())
            .with("padding", lookup.first())
            .with("missingElement", lookup.second())
            .with("missing", "a row that begins with one missingElement"));
  }
}
