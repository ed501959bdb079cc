package dev.espalier.runtime.train;

import dev.espalier.runtime.balance.GradientBalancing;
import dev.espalier.runtime.balance.GraphBalancing;
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
   * @param tasks how many there are
   * @param balance told of weights, and of gradients where they are known
   */
  static Stepping of(
      ModelSession session, TrainerOptions options, int tasks, BalanceTotals balance) {
    if (options.balancing() instanceof GradientBalancing method) {
      return new MixedStepping(session, method, tasks, options.schedule().seed(), balance);
    }
    Stepping stepping =
        options.balancing() instanceof GraphBalancing method
            ? new DirectStepping(session, method, tasks, balance)
            : new WeightedStepping(session, balance);
    return options.balancing() instanceof RepresentationMixing || options.gradientsEvery() == 0
        ? stepping
        : new SampledStepping(session, stepping, options.gradientsEvery(), balance);
  }

  /** Takes a step and adds what it found of the losses. */
  void step(int epoch, BitSet tasks, Batch batch, StepInputs inputs, LossTotals losses);

  /** Finite if nothing stands in the way of a step of some tasks. */
  Operand<TFloat32> checked(BitSet tasks);
}
