package dev.espalier.runtime.optimize;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** Adam, and its update for the rows of a table that a step touched alone. */
record LazyAdamOptimizer(AdamOptimizer adam) implements Optimizer {

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
    return Optional.of(new Rows(adam));
  }

  /** The rows of tables: both moments of a row stand side by side. */
  private record Rows(AdamOptimizer adam) implements RowOptimizer {

    @Override
    public boolean always() {
      return true;
    }

    @Override
    public List<RowOptimizer.RowSlot> slots() {
      return List.of(new RowOptimizer.RowSlot("moments", 0, 2));
    }

    @Override
    public Op apply(Ops tf, RowsUpdate update) {
      int dimension = (int) update.gradient().shape().get(1);
      Operand<? extends TType> slot = update.slots().get(0);
      Operand<TFloat32> before = tf.resourceGather(slot, update.rows(), TFloat32.class);
      Operand<TFloat32> towards =
          tf.concat(List.of(update.gradient(), tf.math.square(update.gradient())), tf.constant(1));
      Operand<TFloat32> parts = tf.constant(parts(dimension));
      Operand<TFloat32> moments =
          tf.math.add(before, tf.math.mul(tf.math.sub(towards, before), parts));
      Operand<TFloat32> mean = columns(tf, moments, 0, dimension);
      Operand<TFloat32> square = columns(tf, moments, dimension, dimension);
      Operand<TFloat32> root =
          tf.math.add(tf.math.sqrt(square), tf.constant((float) adam.epsilon()));
      Operand<TFloat32> step = tf.math.div(tf.math.mul(mean, update.rates().get(0)), root);
      return tf.withControlDependencies(
              tf.resourceScatterUpdate(slot, update.rows(), moments),
              tf.resourceScatterSub(update.variable(), update.rows(), step))
          .noOp();
    }

    /** How far each element of both moments goes: 1 - decay as whole variables have it. */
    private float[] parts(int dimension) {
      float[] parts = new float[2 * dimension];
      Arrays.fill(parts, 0, dimension, 1 - (float) adam.beta1());
      Arrays.fill(parts, dimension, 2 * dimension, 1 - (float) adam.beta2());
      return parts;
    }

    private static Operand<TFloat32> columns(Ops tf, Operand<TFloat32> rows, int from, int count) {
      return tf.slice(rows, tf.constant(new int[] {0, from}), tf.constant(new int[] {-1, count}));
    }
  }
}
