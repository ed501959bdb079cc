package dev.espalier.runtime.optimize;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Nadam: Adam whose momentum looks ahead. With {@code mu_t = b1 (1 - 0.96^(t / 250) / 2)} and
 * {@code P_t = mu_1 ... mu_t}: {@code w = w - rate (mu_(t+1) m / (1 - P_(t+1)) + (1 - mu_t) g / (1
 * - P_t)) / (sqrt(v / (1 - b2^t)) + epsilon)}.
 */
record NadamOptimizer(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {
  /** A product that is less than this is nothing beside 1. */
  private static final double NOTHING = 1e-17;

  NadamOptimizer {
    Ranges.requirePositive("learning rate", learningRate);
    Ranges.requirePart("beta1", beta1);
    Ranges.requirePart("beta2", beta2);
    Ranges.requirePositive("epsilon", epsilon);
  }

  @Override
  public String name() {
    return "nadam";
  }

  @Override
  public List<Slot> slots() {
    return List.of(new Slot("m", 0), new Slot("v", 0));
  }

  @Override
  public double[] rates(long step, double rate) {
    double before = product(step);
    double after = before * momentum(step + 1);
    return new double[] {
      rate * momentum(step + 1) / (1 - after), rate * (1 - momentum(step)) / (1 - before)
    };
  }

  @Override
  public double[] corrections(long step) {
    return new double[] {1 / Math.sqrt(1 - Math.pow(beta2, (double) step))};
  }

  private double momentum(long step) {
    return beta1 * (1 - 0.5 * Math.pow(0.96, step / 250.0));
  }

  /** The momenta begin near half of beta1, so that this ends within some sixty steps. */
  private double product(long step) {
    double product = 1;
    for (long t = 1; t <= step && product > NOTHING; t++) {
      product *= momentum(t);
    }
    return product;
  }

  @Override
  public Op apply(Ops tf, ParameterUpdate update) {
    ComposedUpdate composed = new ComposedUpdate(tf, update);
    Operand<TFloat32> gradient = update.gradient();
    Operand<TFloat32> m = composed.average(0, beta1, gradient);
    Operand<TFloat32> v = composed.average(1, beta2, tf.math.square(gradient));
    Operand<TFloat32> ahead =
        tf.math.add(
            tf.math.mul(update.rates().get(0), m), tf.math.mul(update.rates().get(1), gradient));
    Operand<TFloat32> root =
        tf.math.add(
            tf.math.mul(tf.math.sqrt(v), update.corrections().get(0)),
            tf.constant((float) epsilon));
    return composed.subtract(tf.math.div(ahead, root));
  }
}
