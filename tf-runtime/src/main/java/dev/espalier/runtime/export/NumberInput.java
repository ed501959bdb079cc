package dev.espalier.runtime.export;

import dev.espalier.runtime.data.statistics.NumberScaling;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/** Numbers, filled in, clipped and normalised in double precision as training does it. */
final class NumberInput implements RawInput {
  private final Encoding.Number encoding;
  private final Placeholder<TFloat32> placeholder;
  private final Operand<TFloat32> columns;

  NumberInput(Ops tf, InputNames names, String name, Encoding.Number encoding, NumberScaling s) {
    this.encoding = encoding;
    int length = encoding.length();
    placeholder =
        names
            .of(tf, name)
            .placeholder(
                TFloat32.class,
                Placeholder.shape(length == 1 ? Shape.of(-1) : Shape.of(-1, length)));
    Operand<TFloat32> values = tf.reshape(placeholder, tf.array(-1, length));
    Operand<TBool> finite = tf.math.logicalNot(tf.math.isInf(values));
    values =
        Checks.require(
            tf,
            finite,
            values,
            "feature `" + name + "`: found an infinite number, expected finite ones or NaN",
            placeholder);
    Operand<TBool> missing = tf.math.isNan(values);
    Operand<TFloat32> filled =
        tf.select(missing, tf.constant(s.filled()), normalised(tf, values, s));
    columns =
        encoding.indicator()
            ? tf.concat(List.of(filled, tf.dtypes.cast(missing, TFloat32.class)), tf.constant(1))
            : filled;
  }

  private static Operand<TFloat32> normalised(Ops tf, Operand<TFloat32> values, NumberScaling s) {
    Operand<TFloat64> wide = tf.dtypes.cast(values, TFloat64.class);
    if (Arrays.stream(s.high()).anyMatch(Double::isFinite)) {
      wide = tf.math.maximum(tf.constant(s.low()), tf.math.minimum(tf.constant(s.high()), wide));
    }
    // A plain division by a constant is optimized to a product with its reciprocal, which rounds
    // otherwise; this one gives 0 for a unit of 0, too.
    Operand<TFloat64> scaled =
        tf.math.divNoNan(tf.math.sub(wide, tf.constant(s.origin())), tf.constant(s.unit()));
    return tf.dtypes.cast(scaled, TFloat32.class);
  }

  /** The feature's columns, its indicators included: {@code [batch, n]}. */
  Operand<TFloat32> columns() {
    return columns;
  }

  @Override
  public Operand<?> placeholder() {
    return placeholder;
  }

  @Override
  public InputDescription description() {
    String holds =
        encoding.length() == 1
            ? "a number as it stands in the example; a boolean is 1 or 0"
            : encoding.length() + " numbers as they stand in the example";
    return InputDescription.of(holds).with("missing", "NaN");
  }
}
