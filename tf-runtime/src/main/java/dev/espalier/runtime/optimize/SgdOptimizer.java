package dev.espalier.runtime.optimize;

import dev.espalier.runtime.EspalierException;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.ResourceApplyMomentum;
import org.tensorflow.types.TFloat32;

/**
 * Stochastic gradient descent: {@code v = momentum v + g}, {@code w = w - rate v}, with Nesterov
 * {@code w = w - rate (g + momentum v)}.
 */
record SgdOptimizer(double learningRate, double momentum, boolean nesterov) implements Optimizer {

  SgdOptimizer {
    Ranges.requirePositive("learning rate", learningRate);
    Ranges.requirePart("momentum", momentum);
    if (nesterov && momentum == 0) {
      throw new EspalierException(
          "Nesterov's form looks ahead along a momentum; found momentum 0. Give one above 0, such"
              + " as 0.9, or leave nesterov out.");
    }
  }

  @Override
  public String name() {
    return "sgd";
  }

  @Override
  public List<Slot> slots() {
    return momentum == 0 ? List.of() : List.of(new Slot("momentum", 0));
  }

  @Override
  public double[] rates(long step, double rate) {
    return new double[] {rate};
  }

  @Override
  public Optional<RowOptimizer> rows() {
    return momentum == 0 ? Optional.of(new Rows()) : Optional.empty();
  }

  /** Without a momentum, a row with gradient 0 stays. */
  private record Rows() implements RowOptimizer {
    @Override
    public boolean always() {
      return false;
    }

    @Override
    public List<RowOptimizer.RowSlot> slots() {
      return List.of();
    }

    @Override
    public Op apply(Ops tf, RowsUpdate update) {
      return tf.resourceScatterSub(
          update.variable(), update.rows(), tf.math.mul(update.gradient(), update.rates().get(0)));
    }
  }

  @Override
  public Op apply(Ops tf, ParameterUpdate update) {
    Operand<TFloat32> rate = update.rates().get(0);
    if (momentum == 0) {
      return tf.train.resourceApplyGradientDescent(update.variable(), rate, update.gradient());
    }
    return tf.train.resourceApplyMomentum(
        update.variable(),
        update.slots().get(0),
        rate,
        update.gradient(),
        tf.constant((float) momentum),
        ResourceApplyMomentum.useNesterov(nesterov));
  }
}
