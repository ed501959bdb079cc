package dev.espalier.runtime.optimize;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** {@code g bound / max(|G|, bound)} with the gradient {@code G} of all parameters. */
record GlobalNormClipping(double bound) implements Clipping {

  GlobalNormClipping {
    Ranges.requireBound(bound);
  }

  @Override
  public boolean looksAtAll() {
    return true;
  }

  @Override
  public List<Operand<TFloat32>> clip(Ops tf, List<RawGradient> gradients) {
    if (gradients.isEmpty()) {
      return List.of();
    }
    List<Operand<TFloat32>> halves =
        gradients.stream().<Operand<TFloat32>>map(each -> tf.nn.l2Loss(each.value())).toList();
    Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(tf.math.addN(halves), tf.constant(2f)));
    Operand<TFloat32> factor = NormClipping.factor(tf, norm, bound);
    return gradients.stream()
        .<Operand<TFloat32>>map(each -> tf.math.mul(each.value(), factor))
        .toList();
  }
}
