package dev.espalier.runtime.balance;

/**
 * How the losses of several tasks become one objective.
 *
 * <p>A method that only weighs losses is a {@link LossBalancing}: its weights are fed, and a step
 * stays one run.
 */
public sealed interface Balancing permits LossBalancing {

  /** What reports call it. */
  String name();

  /** The weights that the tasks were given, at every step: the default. */
  static Balancing fixedWeights() {
    return new FixedWeights();
  }
}
