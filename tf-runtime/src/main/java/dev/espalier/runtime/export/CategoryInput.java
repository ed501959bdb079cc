package dev.espalier.runtime.export;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * One category.
 *
 * @param placeholder the values, {@code [batch]}
 * @param rows their rows in the table, {@code [batch]}
 */
record CategoryInput(Operand<?> placeholder, Operand<TInt32> rows, InputDescription description)
    implements RawInput {

  static <T extends TType> CategoryInput of(
      Ops tf, InputNames names, String name, TableLookup<T> lookup) {
    Placeholder<T> values =
        names.of(tf, name).placeholder(lookup.type(), Placeholder.shape(Shape.of(-1)));
    return new CategoryInput(
        values,
        lookup.rows(tf, name, values),
        InputDescription.of(lookup.holds()).with("missing", lookup.first()));
  }
}
