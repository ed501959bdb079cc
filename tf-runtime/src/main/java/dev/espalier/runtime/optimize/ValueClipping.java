package dev.espalier.runtime.optimize;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** {@code min(max(g, -bound), bound)}. */
record ValueClipping(double bound) implements Clipping {

  ValueClipping {
    Ranges.requireBound(bound);
  }

  @Override
  public boolean looksAtAll() {
    return false;
  }

  @Override
  public List<Operand<TFloat32>> clip(Ops tf, List<RawGradient> gradients) {
    Operand<TFloat32> most = tf.constant((float) bound);
    Operand<TFloat32> least = tf.constant((float) -bound);
    return gradients.stream()
        .<Operand<TFloat32>>map(each -> tf.clipByValue(each.value(), least, most))
        .toList();
  }
}
