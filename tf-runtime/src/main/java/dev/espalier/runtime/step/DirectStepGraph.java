package dev.espalier.runtime.step;

import dev.espalier.runtime.session.SessionRun;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.types.TFloat32;

/** The operations of a training step that balances the tasks' gradients within one run. */
interface DirectStepGraph {

  /** Feeds what it needs beside batch and objective. */
  void feed(SessionRun run, StepInputs inputs);

  /** Runs the step. */
  Operation operation();

  /** Finite if nothing stands in the way of the step; to be fetched without running it. */
  Operand<TFloat32> checked();

  /** What it finds of tasks, if it weighs them. */
  Optional<Found> found();

  /**
   * Weights of tasks, and what they follow from.
   *
   * @param tasks which
   * @param weights {@code [tasks]}
   * @param products of their gradients, {@code [tasks, tasks]}
   */
  record Found(int[] tasks, Operand<TFloat32> weights, Operand<TFloat32> products) {}
}
