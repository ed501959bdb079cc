package dev.espalier.runtime.optimize;

import java.util.List;
import java.util.Optional;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

/**
 * How gradients become updates of parameters.
 *
 * <p>The factories give the usual ones; each throws an {@link
 * dev.espalier.runtime.EspalierException} for a setting outside its range. Other optimizers
 * implement this interface. A graph is built once: all that changes from step to step is in {@link
 * #rates}, which are fed, so that learning-rate schedules rebuild nothing.
 */
public interface Optimizer {

  /** What messages and saved runs call it, in lower case: {@code adam}. */
  String name();

  /** The learning rate that it starts with, above 0. */
  double learningRate();

  /** What it keeps for every parameter, in a fixed order; the shapes are the parameter's. */
  List<Slot> slots();

  /**
   * The scalars to feed in a step, always as many and each proportional to the learning rate.
   *
   * <p>A parameter with a rate scale gets each of them multiplied by it.
   *
   * @param step which update of the parameter it is, from 1: a step in which none of its tasks
   *     takes part is none of its updates
   * @param learningRate of this step
   */
  double[] rates(long step, double learningRate);

  /**
   * Builds the update of one parameter and returns the operation to run.
   *
   * <p>The caller gives operations that wait for all gradients of the step: an update of one
   * parameter must not come before another's gradient has read it.
   */
  Op apply(Ops tf, ParameterUpdate update);

  /**
   * How it updates the rows of an embedding table that a step touched, without the others; empty,
   * which is the default, when each step updates all rows: they move on, as with a momentum or a
   * decay, or what is kept for them does.
   */
  default Optional<RowOptimizer> rows() {
    return Optional.empty();
  }

  /**
   * A tensor of a parameter's shape that an optimizer keeps.
   *
   * @param name unique among its slots, in lower case
   * @param initial what every element starts with
   */
  record Slot(String name, float initial) {}

  /** Adam with the usual decays 0.9 and 0.999 and epsilon 1e-7. */
  static Optimizer adam(double learningRate) {
    return adam(learningRate, 0.9, 0.999, 1e-7);
  }

  /**
   * Adam (Kingma and Ba, ICLR 2015), in the efficient form at the end of their section 2.
   *
   * @param beta1 decay of the first moment, at least 0 and below 1
   * @param beta2 decay of the second moment, at least 0 and below 1
   * @param epsilon added to the uncorrected root, above 0
   */
  static Optimizer adam(double learningRate, double beta1, double beta2, double epsilon) {
    return new AdamOptimizer(learningRate, beta1, beta2, epsilon);
  }

  /** Lazy Adam with the usual decays 0.9 and 0.999 and epsilon 1e-7. */
  static Optimizer lazyAdam(double learningRate) {
    return lazyAdam(learningRate, 0.9, 0.999, 1e-7);
  }

  /**
   * Adam that updates only those rows of an embedding table, and of its moments, that a step looked
   * up; all else as {@link #adam(double, double, double, double)}.
   *
   * <p>Under Adam every row moves in every step, as long as its first moment is not 0, and all
   * moments decay: with 10 million rows that is what a step does. Here moments of rows that are not
   * looked up stay, and so do the rows. The correction for the first steps counts the steps of the
   * table, not of the row. Penalties ({@code @L2}) hold for rows that are looked up.
   *
   * <p>Source: {@code LazyAdam} of TensorFlow Addons (before, {@code tf.contrib.opt}).
   */
  static Optimizer lazyAdam(double learningRate, double beta1, double beta2, double epsilon) {
    return new LazyAdamOptimizer(new AdamOptimizer(learningRate, beta1, beta2, epsilon));
  }

  /** AdamW with the usual decays 0.9 and 0.999 and epsilon 1e-7. */
  static Optimizer adamW(double learningRate, double weightDecay) {
    return adamW(learningRate, weightDecay, 0.9, 0.999, 1e-7);
  }

  /**
   * Adam with decoupled weight decay (Loshchilov and Hutter, ICLR 2019): a step also takes learning
   * rate times decay times the weight off parameters that decay.
   *
   * @param weightDecay at least 0
   */
  static Optimizer adamW(
      double learningRate, double weightDecay, double beta1, double beta2, double epsilon) {
    return new AdamWOptimizer(new AdamOptimizer(learningRate, beta1, beta2, epsilon), weightDecay);
  }

  /** Stochastic gradient descent. */
  static Optimizer sgd(double learningRate) {
    return sgd(learningRate, 0, false);
  }

  /**
   * Stochastic gradient descent with momentum (Sutskever et al., ICML 2013).
   *
   * @param momentum at least 0 and below 1; 0 is plain descent
   * @param nesterov whether momentum looks ahead; it needs a momentum
   */
  static Optimizer sgd(double learningRate, double momentum, boolean nesterov) {
    return new SgdOptimizer(learningRate, momentum, nesterov);
  }

  /** RMSProp with decay 0.9, no momentum and epsilon 1e-7. */
  static Optimizer rmsProp(double learningRate) {
    return rmsProp(learningRate, 0.9, 0, 1e-7);
  }

  /**
   * RMSProp (Tieleman and Hinton, 2012).
   *
   * @param rho decay of the mean of squares, at least 0 and below 1
   * @param momentum at least 0 and below 1
   * @param epsilon added to the mean of squares, above 0
   */
  static Optimizer rmsProp(double learningRate, double rho, double momentum, double epsilon) {
    return new RmsPropOptimizer(learningRate, rho, momentum, epsilon);
  }

  /** Adagrad with a sum of squares that starts at 0.1 and epsilon 1e-7. */
  static Optimizer adagrad(double learningRate) {
    return adagrad(learningRate, 0.1, 1e-7);
  }

  /**
   * Adagrad (Duchi et al., JMLR 12, 2011).
   *
   * @param initialAccumulator where the sum of squares starts, at least 0
   * @param epsilon added to its root, above 0
   */
  static Optimizer adagrad(double learningRate, double initialAccumulator, double epsilon) {
    return new AdagradOptimizer(learningRate, initialAccumulator, epsilon);
  }
}
