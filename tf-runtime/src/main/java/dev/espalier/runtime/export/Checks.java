package dev.espalier.runtime.export;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.family.TType;

/** Refuses values within a graph that readers of data would refuse. */
final class Checks {
  private static final long SHOWN = 8;

  private Checks() {}

  /**
   * A value that is only there if a condition holds for all elements; else the run fails.
   *
   * @param message what the failure says, before the values that are shown
   */
  static <T extends TType> Operand<T> require(
      Ops tf, Operand<TBool> condition, Operand<T> value, String message, Operand<?> shown) {
    Operand<TBool> flat = tf.reshape(condition, tf.array(-1));
    var check =
        tf.assertThat(
            tf.reduceAll(flat, tf.constant(0)),
            List.of(tf.constant(message + "; values: "), shown),
            org.tensorflow.op.core.AssertThat.summarize(SHOWN));
    return tf.withControlDependencies(check).identity(value);
  }
}
