package dev.espalier.runtime.optimize;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * FTRL-Proximal, as a step from the weight there is: {@code n = n + g^2}, {@code q = beta + n^power
 * + 2 rate l2}, {@code w = shrink(w - rate (d + g) / q, rate l1 / q)}.
 *
 * <p>{@code d} is what the L1 penalty answers the gradients with: {@code -l1 sign(w)} where a
 * weight is not 0, and where it is the sum of gradients that have tried to move it, which stay
 * within l1. The usual sums of gradients {@code z} are {@code d - q w / rate}. They would have to
 * change with the rate, and begin where a weight does, which is seldom 0 in a network; this form
 * does not.
 */
record FtrlOptimizer(
    double learningRate, double l1, double l2, double initialAccumulator, double beta, double power)
    implements Optimizer {
  /** Stands for 0 where 0 would be divided by it. */
  private static final float LEAST = 1e-30f;

  FtrlOptimizer {
    Ranges.requirePositive("learning rate", learningRate);
    Ranges.requireNotNegative("l1", l1);
    Ranges.requireNotNegative("l2", l2);
    Ranges.requireNotNegative("initial accumulator", initialAccumulator);
    Ranges.requireNotNegative("beta", beta);
    Ranges.requireNotNegative("power", power);
  }

  @Override
  public String name() {
    return "ftrl";
  }

  @Override
  public List<Slot> slots() {
    Slot squares = new Slot("squares", (float) initialAccumulator);
    return l1 == 0 ? List.of(squares) : List.of(squares, new Slot("held", 0));
  }

  @Override
  public double[] rates(long step, double rate) {
    return new double[] {rate};
  }

  @Override
  public Op apply(Ops tf, ParameterUpdate update) {
    ComposedUpdate composed = new ComposedUpdate(tf, update);
    Operand<TFloat32> rate = update.rates().get(0);
    Operand<TFloat32> squares =
        composed.keep(0, tf.math.add(composed.slot(0), tf.math.square(update.gradient())));
    Operand<TFloat32> scale = scale(tf, squares);
    if (update.decays() && l2 > 0) {
      scale = tf.math.add(scale, tf.math.mul(rate, tf.constant((float) (2 * l2))));
    }
    if (!update.decays() || l1 == 0) {
      return composed.subtract(tf.math.div(tf.math.mul(rate, update.gradient()), scale));
    }
    Operand<TFloat32> pull = tf.math.add(composed.slot(1), update.gradient());
    Operand<TFloat32> next = shrunk(tf, update, pull, scale);
    composed.keep(1, held(tf, update, pull, scale, next));
    return composed.assign(next);
  }

  private Operand<TFloat32> scale(Ops tf, Operand<TFloat32> squares) {
    Operand<TFloat32> root =
        power == 0.5 ? tf.math.sqrt(squares) : tf.math.pow(squares, tf.constant((float) power));
    return tf.math.maximum(tf.math.add(root, tf.constant((float) beta)), tf.constant(LEAST));
  }

  private Operand<TFloat32> shrunk(
      Ops tf, ParameterUpdate update, Operand<TFloat32> pull, Operand<TFloat32> scale) {
    Operand<TFloat32> each = tf.math.div(update.rates().get(0), scale);
    Operand<TFloat32> moved = tf.math.sub(update.value(), tf.math.mul(each, pull));
    Operand<TFloat32> left =
        tf.math.sub(tf.math.abs(moved), tf.math.mul(each, tf.constant((float) l1)));
    return tf.math.mul(tf.math.sign(moved), tf.math.maximum(left, tf.constant(0f)));
  }

  private Operand<TFloat32> held(
      Ops tf,
      ParameterUpdate update,
      Operand<TFloat32> pull,
      Operand<TFloat32> scale,
      Operand<TFloat32> next) {
    Operand<TFloat32> most = tf.constant((float) l1);
    Operand<TFloat32> rate = tf.math.maximum(update.rates().get(0), tf.constant(LEAST));
    Operand<TFloat32> atZero =
        tf.clipByValue(
            tf.math.sub(pull, tf.math.div(tf.math.mul(scale, update.value()), rate)),
            tf.math.neg(most),
            most);
    Operand<TBool> isZero = tf.math.equal(next, tf.constant(0f));
    return tf.select(isZero, atZero, tf.math.mul(tf.math.sign(next), tf.math.neg(most)));
  }
}
