package dev.espalier.runtime.train;

import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.balance.GradientBalancing;
import dev.espalier.runtime.balance.GraphBalancing;
import dev.espalier.runtime.balance.LossBalancing;
import dev.espalier.runtime.data.Batch;
import java.util.BitSet;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** How a run takes its steps. */
sealed interface Stepping permits WeightedStepping, MixedStepping, DirectStepping, SampledStepping {

  /**
   * That of a run.
   *
   * @param lossWeights the tasks' factors in the objective, before any balancing
   * @param balance told of weights, and of gradients where they are known
   */
  static Stepping of(
      ModelSession session, TrainerOptions options, double[] lossWeights, BalanceTotals balance) {
    Stepping stepping = balanced(session, options, lossWeights, balance);
    return options.gradientsEvery() == 0 || stepping.reportsGradients()
        ? stepping
        : new SampledStepping(session, stepping, options.gradientsEvery(), balance);
  }

  private static Stepping balanced(
      ModelSession session, TrainerOptions options, double[] lossWeights, BalanceTotals balance) {
    Balancing balancing = options.balancing().orElseGet(Balancing::fixedWeights);
    if (balancing instanceof GradientBalancing method) {
      long seed = options.schedule().seed();
      return new MixedStepping(session, method, lossWeights.length, seed, balance);
    }
    return balancing instanceof GraphBalancing method
        ? new DirectStepping(session, method, balance)
        : WeightedStepping.of(
            session, (LossBalancing) balancing, lossWeights, options.schedule(), balance);
  }

  /** Whether its steps tell how the tasks' gradients stood to each other. */
  default boolean reportsGradients() {
    return false;
  }

  /** What a step is fed, with the weights that a method gives the tasks of its batch. */
  default StepInputs weighed(StepInputs inputs, BitSet tasks) {
    return inputs;
  }

  /** Takes a step and adds what it found of the losses. */
  void step(int epoch, BitSet tasks, Batch batch, StepInputs inputs, LossTotals losses);

  /**
   * An epoch has been trained.
   *
   * @param losses of all tasks, times their loss weights; NaN for a task without labels
   */
  default void epochEnded(int epoch, double[] losses) {}

  /** Finite if nothing stands in the way of a step of some tasks. */
  Operand<TFloat32> checked(BitSet tasks);
}
