package dev.espalier.runtime.step;

import dev.espalier.runtime.balance.GradientBalancing;
import dev.espalier.runtime.balance.GraphBalancing;
import dev.espalier.runtime.balance.LossBalancing;
import dev.espalier.runtime.data.batch.Batch;
import java.util.BitSet;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** How a run takes its steps. */
public sealed interface Stepping
    permits WeightedStepping, MixedStepping, DirectStepping, SampledStepping, AveragedStepping {

  /**
   * That of a run.
   *
   * @param balance told of weights, and of gradients where they are known
   */
  static Stepping of(ModelSession session, SteppingOptions options, BalanceTotals balance) {
    Stepping stepping = sampled(session, options, balance);
    if (!session.averages()) {
      return stepping;
    }
    session.startAverages();
    return new AveragedStepping(session, stepping);
  }

  private static Stepping sampled(
      ModelSession session, SteppingOptions options, BalanceTotals balance) {
    Stepping stepping = balanced(session, options, balance);
    return options.gradientsEvery() == 0 || stepping.reportsGradients()
        ? stepping
        : new SampledStepping(session, stepping, options.gradientsEvery(), balance);
  }

  private static Stepping balanced(
      ModelSession session, SteppingOptions options, BalanceTotals balance) {
    if (options.balancing() instanceof GradientBalancing method) {
      return new MixedStepping(
          session, method, options.lossWeights().length, options.seed(), balance);
    }
    return options.balancing() instanceof GraphBalancing method
        ? new DirectStepping(session, method, balance)
        : WeightedStepping.of(session, (LossBalancing) options.balancing(), options, balance);
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

  /**
   * The arrays that hold all that is remembered from step to step, themselves and not copies: a run
   * that is gone on with puts numbers back into them.
   */
  default List<double[]> memory() {
    return List.of();
  }

  /** Finite if nothing stands in the way of a step of some tasks. */
  Operand<TFloat32> checked(BitSet tasks);
}
