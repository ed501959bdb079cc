package dev.espalier.runtime.train;

import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.balance.GradientBalancing;
import dev.espalier.runtime.balance.GraphBalancing;
import dev.espalier.runtime.balance.LossBalancing;
import dev.espalier.runtime.balance.RepresentationMixing;
import dev.espalier.runtime.data.Batch;
import dev.espalier.runtime.train.ModelSession.StepInputs;
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
    Balancing balancing = options.balancing().orElseGet(Balancing::fixedWeights);
    int tasks = lossWeights.length;
    if (balancing instanceof GradientBalancing method) {
      return new MixedStepping(session, method, tasks, options.schedule().seed(), balance);
    }
    Stepping stepping =
        balancing instanceof GraphBalancing method
            ? new DirectStepping(session, method, tasks, balance)
            : WeightedStepping.of(
                session, (LossBalancing) balancing, lossWeights, options.schedule(), balance);
    return balancing instanceof RepresentationMixing || options.gradientsEvery() == 0
        ? stepping
        : new SampledStepping(session, stepping, options.gradientsEvery(), balance);
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
