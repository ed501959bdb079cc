package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.TaskOutcomes;
import dev.espalier.runtime.step.EvaluationPass;
import java.util.List;
import java.util.function.Supplier;

/** The validation set of a run, on which its model is looked at as it is now. */
public final class Validation {
  private final Supplier<EvaluationPass> pass;

  /**
   * A validation set.
   *
   * @param pass makes a pass over it
   */
  public Validation(Supplier<EvaluationPass> pass) {
    this.pass = pass;
  }

  Evaluation evaluate() {
    return pass.get().run();
  }

  List<TaskOutcomes> outcomes() {
    return pass.get().outcomes();
  }
}
