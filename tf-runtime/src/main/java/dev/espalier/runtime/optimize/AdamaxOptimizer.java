package dev.espalier.runtime.optimize;

import java.util.List;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

/**
 * Adamax: {@code m = b1 m + (1 - b1) g}, {@code u = max(b2 u, |g|)}, {@code w = w - r m / (u +
 * epsilon)} with {@code r = learningRate / (1 - b1^t)}.
 */
record AdamaxOptimizer(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {

  AdamaxOptimizer {
    Ranges.requirePositive("learning rate", learningRate);
    Ranges.requirePart("beta1", beta1);
    Ranges.requirePart("beta2", beta2);
    Ranges.requirePositive("epsilon", epsilon);
  }

  @Override
  public String name() {
    return "adamax";
  }

  @Override
  public List<Slot> slots() {
    return List.of(new Slot("m", 0), new Slot("largest", 0));
  }

  @Override
  public double[] rates(long step, double rate) {
    // The decay as the operation has it, as in Adam.
    return new double[] {rate / (1 - Math.pow((float) beta1, (double) step))};
  }

  @Override
  public Op apply(Ops tf, ParameterUpdate update) {
    // A power of 0 makes the operation's own correction 1: it is in the rate.
    return tf.train.resourceApplyAdaMax(
        update.variable(),
        update.slots().get(0),
        update.slots().get(1),
        tf.constant(0f),
        update.rates().get(0),
        tf.constant((float) beta1),
        tf.constant((float) beta2),
        tf.constant((float) epsilon),
        update.gradient());
  }
}
