package dev.espalier.runtime.optimize;

import java.util.List;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

/**
 * Adadelta: {@code s = rho s + (1 - rho) g^2}, {@code d = sqrt(u + epsilon) / sqrt(s + epsilon) g},
 * {@code u = rho u + (1 - rho) d^2}, {@code w = w - rate d}.
 */
record AdadeltaOptimizer(double learningRate, double rho, double epsilon) implements Optimizer {

  AdadeltaOptimizer {
    Ranges.requirePositive("learning rate", learningRate);
    Ranges.requirePart("rho", rho);
    Ranges.requirePositive("epsilon", epsilon);
  }

  @Override
  public String name() {
    return "adadelta";
  }

  @Override
  public List<Slot> slots() {
    return List.of(new Slot("squares", 0), new Slot("steps", 0));
  }

  @Override
  public double[] rates(long step, double rate) {
    return new double[] {rate};
  }

  @Override
  public Op apply(Ops tf, ParameterUpdate update) {
    return tf.train.resourceApplyAdadelta(
        update.variable(),
        update.slots().get(0),
        update.slots().get(1),
        update.rates().get(0),
        tf.constant((float) rho),
        tf.constant((float) epsilon),
        update.gradient());
  }
}
