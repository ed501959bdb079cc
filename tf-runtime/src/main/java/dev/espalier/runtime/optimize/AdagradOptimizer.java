package dev.espalier.runtime.optimize;

import java.util.List;
import java.util.Optional;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

/** Adagrad: {@code s = s + g^2}, {@code w = w - rate g / (sqrt(s) + epsilon)}. */
record AdagradOptimizer(double learningRate, double initialAccumulator, double epsilon)
    implements Optimizer {

  AdagradOptimizer {
    Ranges.requirePositive("learning rate", learningRate);
    Ranges.requireNotNegative("initial accumulator", initialAccumulator);
    Ranges.requirePositive("epsilon", epsilon);
  }

  @Override
  public String name() {
    return "adagrad";
  }

  @Override
  public List<Slot> slots() {
    return List.of(new Slot("squares", (float) initialAccumulator));
  }

  @Override
  public double[] rates(long step, double rate) {
    return new double[] {rate};
  }

  @Override
  public Optional<RowOptimizer> rows() {
    return Optional.of(new Rows((float) initialAccumulator, (float) epsilon));
  }

  /** A row with gradient 0 stays, and so does its sum. */
  private record Rows(float initial, float epsilon) implements RowOptimizer {
    @Override
    public boolean always() {
      return false;
    }

    @Override
    public List<RowOptimizer.RowSlot> slots() {
      return List.of(new RowOptimizer.RowSlot("squares", initial, 1));
    }

    @Override
    public Op apply(Ops tf, RowsUpdate update) {
      return tf.train.resourceSparseApplyAdagradV2(
          update.variable(),
          update.slots().get(0),
          update.rates().get(0),
          tf.constant(epsilon),
          update.gradient(),
          update.rows());
    }
  }

  @Override
  public Op apply(Ops tf, ParameterUpdate update) {
    return tf.train.resourceApplyAdagrad(
        update.variable(),
        update.slots().get(0),
        update.rates().get(0),
        tf.constant((float) epsilon),
        update.gradient());
  }
}
