package dev.espalier.runtime.optimize;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * LAMB: Adam's corrected step {@code r = m' / (sqrt(v') + epsilon)} with decoupled decay, {@code u
 * = r + weightDecay w}, made as long as the parameter itself: {@code w = w - rate |w| / |u| u},
 * norms being those of the whole parameter.
 */
record LambOptimizer(
    double learningRate, double weightDecay, double beta1, double beta2, double epsilon)
    implements Optimizer {

  LambOptimizer {
    Ranges.requirePositive("learning rate", learningRate);
    Ranges.requireNotNegative("weight decay", weightDecay);
    Ranges.requirePart("beta1", beta1);
    Ranges.requirePart("beta2", beta2);
    Ranges.requirePositive("epsilon", epsilon);
  }

  @Override
  public String name() {
    return "lamb";
  }

  @Override
  public List<Slot> slots() {
    return List.of(new Slot("m", 0), new Slot("v", 0));
  }

  @Override
  public double[] rates(long step, double rate) {
    return new double[] {rate};
  }

  @Override
  public double[] corrections(long step) {
    return new double[] {
      1 / (1 - Math.pow(beta1, (double) step)), 1 / Math.sqrt(1 - Math.pow(beta2, (double) step))
    };
  }

  @Override
  public Op apply(Ops tf, ParameterUpdate update) {
    ComposedUpdate composed = new ComposedUpdate(tf, update);
    Operand<TFloat32> gradient = update.gradient();
    Operand<TFloat32> m = composed.average(0, beta1, gradient);
    Operand<TFloat32> v = composed.average(1, beta2, tf.math.square(gradient));
    Operand<TFloat32> root =
        tf.math.add(
            tf.math.mul(tf.math.sqrt(v), update.corrections().get(1)),
            tf.constant((float) epsilon));
    Operand<TFloat32> step = tf.math.div(tf.math.mul(m, update.corrections().get(0)), root);
    Operand<TFloat32> direction = update.decays() ? trusted(tf, update, step) : step;
    return composed.subtract(tf.math.mul(update.rates().get(0), direction));
  }

  /** The decayed step of each parameter, as long as the parameter. */
  private Operand<TFloat32> trusted(Ops tf, ParameterUpdate update, Operand<TFloat32> step) {
    StackedParts stacked = new StackedParts(tf, update.stackedRows());
    Operand<TFloat32> decayed =
        weightDecay == 0
            ? step
            : tf.math.add(step, tf.math.mul(update.value(), tf.constant((float) weightDecay)));
    List<Operand<TFloat32>> values = stacked.split(update.value());
    List<Operand<TFloat32>> steps = stacked.split(decayed);
    List<Operand<TFloat32>> scaled = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Operand<TFloat32> ratio = ratio(tf, stacked.norm(values.get(i)), stacked.norm(steps.get(i)));
      scaled.add(tf.math.mul(steps.get(i), ratio));
    }
    return stacked.join(scaled);
  }

  /** 1 where one of the norms is 0: a parameter that starts at 0 has to leave it. */
  private static Operand<TFloat32> ratio(
      Ops tf, Operand<TFloat32> ofValue, Operand<TFloat32> ofStep) {
    Operand<TFloat32> zero = tf.constant(0f);
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TBool> both =
        tf.math.logicalAnd(tf.math.greater(ofValue, zero), tf.math.greater(ofStep, zero));
    return tf.select(both, tf.math.div(ofValue, tf.select(both, ofStep, one)), one);
  }
}
