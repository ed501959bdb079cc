package dev.espalier.runtime.step;

import dev.espalier.runtime.balance.SignDropping;
import java.util.BitSet;
import org.tensorflow.op.Ops;

/** GradDrop: works on whatever several tasks reach. */
record SignDroppingMethod(SignDropping settings) implements DirectMethod {

  @Override
  public void requireFit(TrainingGraph graph) {
    // That something is shared has been looked at, as for every method.
  }

  @Override
  public boolean balances(TrainingGraph graph, BitSet tasks) {
    return tasks.cardinality() > 1 && !graph.shared(tasks).isEmpty();
  }

  @Override
  public boolean reportsGradients() {
    return false;
  }

  @Override
  public DirectStepGraph step(Ops tf, TrainingGraph graph, BitSet tasks) {
    return new SignDroppingGraph(tf, graph, tasks, settings);
  }
}
