package dev.espalier.runtime.optimize;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Lion: {@code w = w - rate (sign(b1 m + (1 - b1) g) + weightDecay w)}, then {@code m = b2 m + (1 -
 * b2) g}.
 */
record LionOptimizer(double learningRate, double weightDecay, double beta1, double beta2)
    implements Optimizer {

  LionOptimizer {
    Ranges.requirePositive("learning rate", learningRate);
    Ranges.requireNotNegative("weight decay", weightDecay);
    Ranges.requirePart("beta1", beta1);
    Ranges.requirePart("beta2", beta2);
  }

  @Override
  public String name() {
    return "lion";
  }

  @Override
  public List<Slot> slots() {
    return List.of(new Slot("m", 0));
  }

  @Override
  public double[] rates(long step, double rate) {
    return new double[] {rate};
  }

  @Override
  public Op apply(Ops tf, ParameterUpdate update) {
    ComposedUpdate composed = new ComposedUpdate(tf, update);
    Operand<TFloat32> before = composed.slot(0);
    Operand<TFloat32> direction = tf.math.sign(composed.towards(before, beta1, update.gradient()));
    composed.keep(0, composed.towards(before, beta2, update.gradient()));
    if (update.decays() && weightDecay > 0) {
      Operand<TFloat32> decay = tf.math.mul(update.value(), tf.constant((float) weightDecay));
      direction = tf.math.add(direction, decay);
    }
    return composed.subtract(tf.math.mul(update.rates().get(0), direction));
  }
}
