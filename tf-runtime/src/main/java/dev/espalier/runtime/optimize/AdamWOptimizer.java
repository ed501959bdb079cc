package dev.espalier.runtime.optimize;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Adam, and {@code w = w - learningRate weightDecay w} for parameters that decay. */
record AdamWOptimizer(AdamOptimizer adam, double weightDecay) implements Optimizer {

  AdamWOptimizer {
    Ranges.requireNotNegative("weight decay", weightDecay);
  }

  @Override
  public String name() {
    return "adamw";
  }

  @Override
  public double learningRate() {
    return adam.learningRate();
  }

  @Override
  public List<Slot> slots() {
    return adam.slots();
  }

  @Override
  public double[] rates(long step, double rate) {
    return new double[] {adam.rates(step, rate)[0], rate * weightDecay};
  }

  @Override
  public Op apply(Ops tf, ParameterUpdate update) {
    if (!update.decays() || weightDecay == 0) {
      return adam.apply(tf, update);
    }
    // Both take something off the same variable: one after the other, always in this order.
    Operand<TFloat32> decay = update.rates().get(1);
    Op decayed = tf.train.resourceApplyGradientDescent(update.variable(), decay, update.value());
    return adam.apply(tf.withControlDependencies(List.of(decayed)), update);
  }
}
