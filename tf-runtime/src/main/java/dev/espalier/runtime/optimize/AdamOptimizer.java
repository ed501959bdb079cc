package dev.espalier.runtime.optimize;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Adam: {@code m = b1 m + (1 - b1) g}, {@code v = b2 v + (1 - b2) g^2}, {@code w = w - r m /
 * (sqrt(v) + epsilon)} with {@code r = learningRate sqrt(1 - b2^t) / (1 - b1^t)}.
 */
record AdamOptimizer(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {

  AdamOptimizer {
    Ranges.requirePositive("learning rate", learningRate);
    Ranges.requirePart("beta1", beta1);
    Ranges.requirePart("beta2", beta2);
    Ranges.requirePositive("epsilon", epsilon);
  }

  @Override
  public String name() {
    return "adam";
  }

  @Override
  public List<Slot> slots() {
    return List.of(new Slot("m", 0), new Slot("v", 0));
  }

  @Override
  public double[] rates(long step, double rate) {
    // The decays as the operation has them: in single precision 1 - 0.999 is off by 5e-5, and
    // corrections for other decays than those applied would be as wrong.
    double correction2 = 1 - Math.pow((float) beta2, (double) step);
    double correction1 = 1 - Math.pow((float) beta1, (double) step);
    return new double[] {rate * Math.sqrt(correction2) / correction1};
  }

  @Override
  public Op apply(Ops tf, ParameterUpdate update) {
    // Powers of 0 make the operation's own corrections 1: they are in the rate.
    Operand<TFloat32> zero = tf.constant(0f);
    return tf.train.resourceApplyAdam(
        update.variable(),
        update.slots().get(0),
        update.slots().get(1),
        zero,
        zero,
        update.rates().get(0),
        tf.constant((float) beta1),
        tf.constant((float) beta2),
        tf.constant((float) epsilon),
        update.gradient());
  }
}
