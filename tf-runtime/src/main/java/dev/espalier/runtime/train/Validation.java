package dev.espalier.runtime.train;

import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.TaskOutcomes;
import dev.espalier.runtime.step.EvaluationPass;
import java.util.List;
import java.util.function.Supplier;

/** The validation set of a run, on which its model is looked at as it is now. */
final class Validation {
  private final Supplier<EvaluationPass> pass;

  Validation(Supplier<EvaluationPass> pass) {
    this.pass = pass;
  }

  Evaluation evaluate() {
    return pass.get().run();
  }

  List<TaskOutcomes> outcomes() {
    return pass.get().outcomes();
  }
}
