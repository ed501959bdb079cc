package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Cross-entropy of one of several classes. */
record SoftmaxCrossEntropy(double smoothing, LabelFactor factor) implements Loss {

  @Override
  public Operand<TFloat32> of(
      GraphBuilder g, String task, Operand<TFloat32> logits, Operand<TFloat32> label) {
    Ops tf = g.tf();
    Operand<TFloat32> losses =
        tf.nn
            .softmaxCrossEntropyWithLogits(logits, smoothed(tf, label, Shapes.units(logits)))
            .loss();
    return factor.times(g, task, label, losses);
  }

  private Operand<TFloat32> smoothed(Ops tf, Operand<TFloat32> label, int classes) {
    if (smoothing == 0) {
      return label;
    }
    float even = (float) (smoothing / classes);
    return tf.math.add(tf.math.mul(label, tf.constant((float) (1 - smoothing))), tf.constant(even));
  }
}
