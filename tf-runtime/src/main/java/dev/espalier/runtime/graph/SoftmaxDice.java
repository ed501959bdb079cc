package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * 1 minus the Dice coefficient of an example's positions, the mean over the classes that are there;
 * at each position of the example alike: their mean is the example's loss.
 *
 * <p>Positions without weight (padding, void, missing) take no part. An example that has no other
 * has the loss 1, and it does not count.
 */
record SoftmaxDice(DiceRatio ratio) implements Loss {

  @Override
  public Operand<TFloat32> of(
      GraphBuilder g, String task, Operand<TFloat32> logits, Operand<TFloat32> label) {
    Ops tf = g.tf();
    Operand<TFloat32> weights = g.weights(task);
    Operand<TFloat32> there = tf.expandDims(tf.math.sign(weights), tf.constant(2));
    Operand<TFloat32> actual = tf.math.mul(label, there);
    Operand<TFloat32> predicted = tf.math.mul(tf.nn.softmax(logits), there);
    Operand<TFloat32> dice = ratio.of(tf, predicted, actual);
    Operand<TInt32> classes = tf.constant(new int[] {1});
    Operand<TFloat32> present = tf.math.sign(tf.sum(actual, tf.constant(new int[] {1})));
    Operand<TFloat32> count =
        tf.math.maximum(tf.sum(present, classes, Sum.keepDims(true)), tf.constant(1f));
    Operand<TFloat32> mean =
        tf.math.div(tf.sum(tf.math.mul(dice, present), classes, Sum.keepDims(true)), count);
    return tf.math.add(tf.math.sub(tf.constant(1f), mean), tf.zerosLike(weights));
  }
}
