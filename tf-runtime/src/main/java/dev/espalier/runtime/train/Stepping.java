package dev.espalier.runtime.train;

import dev.espalier.runtime.data.Batch;
import dev.espalier.runtime.train.ModelSession.StepInputs;
import java.util.BitSet;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** How a run takes its steps. */
sealed interface Stepping permits WeightedStepping, MixedStepping {

  /** Takes a step and adds what it found of the losses. */
  void step(int epoch, BitSet tasks, Batch batch, StepInputs inputs, LossTotals losses);

  /** Finite if nothing stands in the way of a step of some tasks. */
  Operand<TFloat32> checked(BitSet tasks);
}
