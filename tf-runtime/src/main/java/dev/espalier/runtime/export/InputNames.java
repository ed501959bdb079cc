package dev.espalier.runtime.export;

import java.util.regex.Pattern;
import org.tensorflow.op.Ops;

/** Names of operations after features and outputs; letters that TensorFlow refuses are replaced. */
final class InputNames {
  private static final Pattern REFUSED = Pattern.compile("[^A-Za-z0-9_]");
  private static final Pattern REFUSED_AT_FIRST = Pattern.compile("^_");

  /** The next operation carries a name in the scope of {@code tf}. */
  Ops of(Ops tf, String name) {
    return tf.withName(
        REFUSED_AT_FIRST.matcher(REFUSED.matcher(name).replaceAll("_")).replaceAll("x_"));
  }
}
