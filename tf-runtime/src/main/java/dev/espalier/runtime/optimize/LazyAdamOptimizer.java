package dev.espalier.runtime.optimize;

import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** Adam, and its update for the rows of a table that a step touched alone. */
record LazyAdamOptimizer(AdamOptimizer adam) implements Optimizer, RowOptimizer {

  @Override
  public String name() {
    return "lazyadam";
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
    return adam.rates(step, rate);
  }

  @Override
  public Op apply(Ops tf, ParameterUpdate update) {
    return adam.apply(tf, update);
  }

  @Override
  public Optional<RowOptimizer> rows() {
    return Optional.of(this);
  }

  @Override
  public boolean always() {
    return true;
  }

  @Override
  public Op apply(Ops tf, RowsUpdate update) {
    Operand<TFloat32> gradient = update.gradient();
    Operand<TFloat32> mean = moved(tf, update, 0, adam.beta1(), gradient);
    Operand<TFloat32> square = moved(tf, update, 1, adam.beta2(), tf.math.square(gradient));
    Operand<TFloat32> root = tf.math.add(tf.math.sqrt(square), tf.constant((float) adam.epsilon()));
    Operand<TFloat32> step = tf.math.div(tf.math.mul(mean, update.rates().get(0)), root);
    return tf.withControlDependencies(
            keep(tf, update, 0, mean),
            keep(tf, update, 1, square),
            tf.resourceScatterSub(update.variable(), update.rows(), step))
        .noOp();
  }

  /** The rows of a moment after the step. */
  private static Operand<TFloat32> moved(
      Ops tf, RowsUpdate update, int slot, double decay, Operand<TFloat32> towards) {
    Operand<TFloat32> before =
        tf.resourceGather(update.slots().get(slot), update.rows(), TFloat32.class);
    // 1 - decay as the operation of whole variables has it.
    Operand<TFloat32> part = tf.constant(1 - (float) decay);
    return tf.math.add(before, tf.math.mul(tf.math.sub(towards, before), part));
  }

  private static Op keep(Ops tf, RowsUpdate update, int slot, Operand<TFloat32> rows) {
    Operand<? extends TType> handle = update.slots().get(slot);
    return tf.resourceScatterUpdate(handle, update.rows(), rows);
  }
}
