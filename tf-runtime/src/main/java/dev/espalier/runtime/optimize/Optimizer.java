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
 * #rates} and {@link #corrections}, which are fed, so that learning-rate schedules rebuild nothing.
 *
 * <p>In the formulas {@code g} is a parameter's gradient, {@code w} the parameter and {@code t}
 * counts its updates from 1; memory is given in copies of the parameter. Weight decay holds for
 * kernels and embedding tables, not for biases and normalisations.
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
   * More scalars to feed in a step, always as many: those that depend on the count of updates alone
   * and that no rate scale multiplies.
   *
   * @param step which update of the parameter it is, from 1
   */
  default double[] corrections(long step) {
    return new double[0];
  }

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
   * Stochastic gradient descent with momentum (Sutskever et al., ICML 2013): {@code v = momentum v
   * + g}, {@code w = w - rate v}. This is the optimizer that others call Momentum; memory: one
   * copy.
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

  /** Adadelta with rho 0.95 and epsilon 1e-6. */
  static Optimizer adadelta(double learningRate) {
    return adadelta(learningRate, 0.95, 1e-6);
  }

  /**
   * Adadelta (Zeiler, arXiv:1212.5701, 2012): {@code s = rho s + (1 - rho) g^2}, {@code d = sqrt(u
   * + epsilon) / sqrt(s + epsilon) g}, {@code u = rho u + (1 - rho) d^2}, {@code w = w - rate d}.
   * Steps have the weights' own unit, so that the paper has no rate: with 1 it is the paper's.
   * Memory: two copies.
   *
   * @param rho decay of both means of squares, at least 0 and below 1
   * @param epsilon added to both, above 0; it decides how long the first steps are
   */
  static Optimizer adadelta(double learningRate, double rho, double epsilon) {
    return new AdadeltaOptimizer(learningRate, rho, epsilon);
  }

  /** Adamax with the usual decays 0.9 and 0.999 and epsilon 1e-7. */
  static Optimizer adamax(double learningRate) {
    return adamax(learningRate, 0.9, 0.999, 1e-7);
  }

  /**
   * Adamax (Kingma and Ba, ICLR 2015, section 7.1): Adam with the largest gradient of late in place
   * of the root of the mean square. {@code m = b1 m + (1 - b1) g}, {@code u = max(b2 u, |g|)},
   * {@code w = w - rate / (1 - b1^t) m / (u + epsilon)}. Memory: two copies.
   *
   * @param beta1 decay of the mean, at least 0 and below 1
   * @param beta2 decay of the largest, at least 0 and below 1
   * @param epsilon added to the largest, above 0; the paper has none
   */
  static Optimizer adamax(double learningRate, double beta1, double beta2, double epsilon) {
    return new AdamaxOptimizer(learningRate, beta1, beta2, epsilon);
  }

  /** Nadam with the usual decays 0.9 and 0.999 and epsilon 1e-7. */
  static Optimizer nadam(double learningRate) {
    return nadam(learningRate, 0.9, 0.999, 1e-7);
  }

  /**
   * Nadam (Dozat, ICLR workshop 2016): Adam with Nesterov's momentum, which grows with the schedule
   * {@code mu_t = b1 (1 - 0.96^(t / 250) / 2)}. With {@code P_t = mu_1 ... mu_t}: {@code w = w -
   * rate (mu_(t+1) m / (1 - P_(t+1)) + (1 - mu_t) g / (1 - P_t)) / (sqrt(v / (1 - b2^t)) +
   * epsilon)}. As PyTorch has it; Keras's momentum grows 250 times as fast. Memory: two copies.
   *
   * @param beta1 decay of the first moment, and where the momentum ends; at least 0 and below 1
   * @param beta2 decay of the second moment, at least 0 and below 1
   * @param epsilon added to the corrected root, above 0
   */
  static Optimizer nadam(double learningRate, double beta1, double beta2, double epsilon) {
    return new NadamOptimizer(learningRate, beta1, beta2, epsilon);
  }

  /** FTRL-Proximal without penalties: Adagrad's steps, its sum of squares starting at 0.1. */
  static Optimizer ftrl(double learningRate) {
    return ftrl(learningRate, 0, 0);
  }

  /** FTRL-Proximal with penalties and a sum of squares that starts at 0.1. */
  static Optimizer ftrl(double learningRate, double l1, double l2) {
    return ftrl(learningRate, l1, l2, 0.1, 0, 0.5);
  }

  /**
   * FTRL-Proximal (McMahan et al., <em>Ad Click Prediction: a View from the Trenches</em>, KDD
   * 2013): a weight minimizes {@code z w + q w^2 / 2 + l1 |w| + l2 w^2}, where {@code n = n + g^2},
   * {@code q = (beta + n^power) / rate} and {@code z} is the sum of {@code g - (q_t - q_(t-1))
   * w_t}. L1 holds weights at exactly 0 until the sum of their gradients exceeds it. Memory: one
   * copy, two with L1.
   *
   * <p>TensorFlow's and Keras's operation starts {@code z} at 0, which sets a weight back to almost
   * 0 in its first step and so wipes out a network's initial values, and it moves weights whenever
   * the rate changes. Here {@code z} starts where the initial weight is the minimum, and goes along
   * with the rate; for weights that start at 0, at a constant rate, both are the same. The
   * penalties hold for kernels and embedding tables.
   *
   * @param l1 rate of the sum of absolute weights, at least 0
   * @param l2 rate of the sum of squares, at least 0
   * @param initialAccumulator where n starts, at least 0
   * @param beta added to the root, at least 0; the paper has 1 and n starting at 0
   * @param power of n, at least 0; 0.5 is the paper's root (Keras: -learning_rate_power)
   */
  static Optimizer ftrl(
      double learningRate,
      double l1,
      double l2,
      double initialAccumulator,
      double beta,
      double power) {
    return new FtrlOptimizer(learningRate, l1, l2, initialAccumulator, beta, power);
  }

  /** LAMB with the usual decays 0.9 and 0.999 and epsilon 1e-6. */
  static Optimizer lamb(double learningRate, double weightDecay) {
    return lamb(learningRate, weightDecay, 0.9, 0.999, 1e-6);
  }

  /**
   * LAMB (You et al., <em>Large Batch Optimization for Deep Learning</em>, ICLR 2020), for large
   * batches: AdamW's direction {@code u = m' / (sqrt(v') + epsilon) + weightDecay w} with {@code
   * m'} and {@code v'} corrected, made as long as the parameter itself, {@code w = w - rate |w| /
   * |u| u}. A ratio with a norm of 0 counts as 1. Tables that share a variable have a ratio each.
   * Memory: two copies.
   *
   * <p>The paper's bounds of the norm are left out, as in its authors' code; as there, biases and
   * normalisations neither decay nor have a ratio (in Keras they have one, which stops biases near
   * their start at 0).
   *
   * @param weightDecay at least 0
   */
  static Optimizer lamb(
      double learningRate, double weightDecay, double beta1, double beta2, double epsilon) {
    return new LambOptimizer(learningRate, weightDecay, beta1, beta2, epsilon);
  }

  /** Lion with the usual decays 0.9 and 0.99. */
  static Optimizer lion(double learningRate, double weightDecay) {
    return lion(learningRate, weightDecay, 0.9, 0.99);
  }

  /**
   * Lion (Chen et al., <em>Symbolic Discovery of Optimization Algorithms</em>, NeurIPS 2023):
   * {@code w = w - rate (sign(b1 m + (1 - b1) g) + weightDecay w)}, then {@code m = b2 m + (1 - b2)
   * g}. Every weight moves by the whole rate in every step, so that a rate is 3 to 10 times smaller
   * than Adam's and a decay as much greater. Memory: one copy.
   *
   * @param weightDecay at least 0
   * @param beta1 of the direction, at least 0 and below 1
   * @param beta2 decay of the mean, at least 0 and below 1
   */
  static Optimizer lion(double learningRate, double weightDecay, double beta1, double beta2) {
    return new LionOptimizer(learningRate, weightDecay, beta1, beta2);
  }
}
