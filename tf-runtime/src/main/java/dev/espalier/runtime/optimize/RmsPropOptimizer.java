package dev.espalier.runtime.optimize;

import java.util.List;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

/**
 * RMSProp: {@code s = rho s + (1 - rho) g^2}, {@code v = momentum v + rate g / sqrt(s + epsilon)},
 * {@code w = w - v}.
 */
record RmsPropOptimizer(double learningRate, double rho, double momentum, double epsilon)
    implements Optimizer {

  RmsPropOptimizer {
    Ranges.requirePositive("learning rate", learningRate);
    Ranges.requirePart("rho", rho);
    Ranges.requirePart("momentum", momentum);
    Ranges.requirePositive("epsilon", epsilon);
  }

  @Override
  public String name() {
    return "rmsprop";
  }

  /** The momentum is there also when it is 0: the operation wants it. */
  @Override
  public List<Slot> slots() {
    return List.of(new Slot("squares", 0), new Slot("momentum", 0));
  }

  @Override
  public double[] rates(long step, double rate) {
    return new double[] {rate};
  }

  @Override
  public Op apply(Ops tf, ParameterUpdate update) {
    return tf.train.resourceApplyRmsProp(
        update.variable(),
        update.slots().get(0),
        update.slots().get(1),
        update.rates().get(0),
        tf.constant((float) rho),
        tf.constant((float) momentum),
        tf.constant((float) epsilon),
        update.gradient());
  }
}
