package dev.espalier.runtime.step;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.GraphBalancing;
import dev.espalier.runtime.balance.RepresentationMixing;
import dev.espalier.runtime.balance.SignDropping;
import java.util.BitSet;
import org.tensorflow.op.Ops;

/** What a method that balances the tasks' gradients within one run makes of steps. */
sealed interface DirectMethod permits SignDroppingMethod, RepresentationMethod {

  /** That of a method: the one place where a new one is registered. */
  static DirectMethod of(GraphBalancing method) {
    return method instanceof SignDropping dropping
        ? new SignDroppingMethod(dropping)
        : new RepresentationMethod((RepresentationMixing) method);
  }

  /**
   * Refuses a model that it can't work on.
   *
   * @throws TrainingException says what was found and expected
   */
  void requireFit(TrainingGraph graph);

  /** Whether some tasks have something in common that it balances. */
  boolean balances(TrainingGraph graph, BitSet tasks);

  /** Whether its steps tell how the gradients stood to each other. */
  boolean reportsGradients();

  /** The step of some tasks that it balances. */
  DirectStepGraph step(Ops tf, TrainingGraph graph, BitSet tasks);
}
