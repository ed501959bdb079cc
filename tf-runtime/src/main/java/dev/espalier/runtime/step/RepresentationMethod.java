package dev.espalier.runtime.step;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.RepresentationMixing;
import java.util.BitSet;
import org.tensorflow.op.Ops;

/** MGDA on the representation: works on values that several tasks take. */
record RepresentationMethod(RepresentationMixing settings) implements DirectMethod {

  @Override
  public void requireFit(TrainingGraph graph) {
    int tasks = graph.tasks().tasks().size();
    if (graph.representation().values().isEmpty()) {
      throw new TrainingException(
          "MGDA on the representation weighs gradients of values through which tasks share. Found none in %s (%s), whose tasks share parameters alone; expected one, or balancing with Balancing.mgda()."
              .formatted(graph.info().name(), graph.info().sharing()));
    }
    if (tasks > ShortestMixture.MOST_TASKS) {
      throw new TrainingException(
          "MGDA on the representation weighs %d tasks at most. Found %d in %s; expected fewer, or balancing with Balancing.mgda()."
              .formatted(ShortestMixture.MOST_TASKS, tasks, graph.info().name()));
    }
  }

  @Override
  public boolean balances(TrainingGraph graph, BitSet tasks) {
    return graph.representation().taking(tasks).length > 1 && !graph.shared(tasks).isEmpty();
  }

  @Override
  public boolean reportsGradients() {
    return true;
  }

  @Override
  public DirectStepGraph step(Ops tf, TrainingGraph graph, BitSet tasks) {
    return new RepresentationGraph(tf, graph, tasks, settings);
  }
}
