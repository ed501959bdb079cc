package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** 1 minus the Dice coefficient of a row's labels and their probabilities. */
record SigmoidDice(DiceRatio ratio) implements Loss {

  @Override
  public Operand<TFloat32> of(
      GraphBuilder g, String task, Operand<TFloat32> logits, Operand<TFloat32> label) {
    Ops tf = g.tf();
    Operand<TFloat32> dice = ratio.of(tf, tf.math.sigmoid(logits), label);
    return tf.math.sub(tf.constant(1f), dice);
  }
}
