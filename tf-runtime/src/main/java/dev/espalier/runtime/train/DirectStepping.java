package dev.espalier.runtime.train;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.GraphBalancing;
import dev.espalier.runtime.balance.RepresentationMixing;
import dev.espalier.runtime.balance.TaskGradients;
import dev.espalier.runtime.data.Batch;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.train.DirectStepGraph.Found;
import dev.espalier.runtime.train.LossSums.Stacked;
import dev.espalier.runtime.train.ModelSession.StepInputs;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/** Steps that balance the tasks' gradients within one run each. */
final class DirectStepping implements Stepping {
  private final ModelSession session;
  private final GraphBalancing method;
  private final BalanceTotals balance;
  private final WeightedStepping unbalanced;

  DirectStepping(ModelSession session, GraphBalancing method, int tasks, BalanceTotals balance) {
    MixedStepping.requireShared(method, session.training());
    if (method instanceof RepresentationMixing) {
      requireRepresentation(session.training(), tasks);
    }
    this.session = session;
    this.method = method;
    this.balance = balance;
    this.unbalanced = WeightedStepping.fixed(session, balance);
  }

  private static void requireRepresentation(TrainingGraph graph, int tasks) {
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
  public void step(int epoch, BitSet tasks, Batch batch, StepInputs inputs, LossTotals losses) {
    if (balancesNothing(tasks)) {
      unbalanced.step(epoch, tasks, batch, inputs, losses);
      return;
    }
    DirectStepGraph step = session.training().directStep(tasks, method);
    Stacked sums = session.training().losses().stacked(batch.tasks());
    Optional<Found> found = step.found();
    try (SessionRun run = session.directStep(step, batch, inputs)) {
      run.fetch(sums.sums());
      found.ifPresent(
          weighed -> {
            run.fetch(weighed.products());
            run.fetch(weighed.weights());
          });
      try (Result result = run.run()) {
        losses.add(sums.tasks(), (TFloat32) result.get(0));
        found.ifPresent(weighed -> report(epoch, weighed, inputs, losses.last(), result));
      }
    }
  }

  private void report(int epoch, Found found, StepInputs inputs, double[] losses, Result result) {
    TaskGradients gradients =
        GradientProducts.read(epoch, found.tasks(), inputs, losses, (TFloat32) result.get(1));
    double[] weights = new double[found.tasks().length];
    Arrays.setAll(weights, i -> ((TFloat32) result.get(2)).getFloat(i));
    balance.addWeights(gradients.tasks(), weights, inputs.lossWeights());
    balance.addGradients(gradients);
  }

  /** Whether fewer than two tasks of a batch have something in common. */
  private boolean balancesNothing(BitSet tasks) {
    return method instanceof RepresentationMixing
        ? session.training().representation().taking(tasks).length < 2
        : tasks.cardinality() < 2 || session.training().shared(tasks).isEmpty();
  }

  @Override
  public Operand<TFloat32> checked(BitSet tasks) {
    return balancesNothing(tasks)
        ? unbalanced.checked(tasks)
        : session.training().directStep(tasks, method).checked();
  }
}
