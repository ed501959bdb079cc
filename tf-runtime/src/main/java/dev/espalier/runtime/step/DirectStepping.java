package dev.espalier.runtime.step;

import dev.espalier.runtime.balance.GraphBalancing;
import dev.espalier.runtime.balance.TaskGradients;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.step.DirectStepGraph.Found;
import dev.espalier.runtime.step.LossSums.Stacked;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/** Steps that balance the tasks' gradients within one run each. */
final class DirectStepping implements Stepping {
  private final ModelSession session;
  private final DirectMethod method;
  private final BalanceTotals balance;
  private final WeightedStepping unbalanced;

  DirectStepping(ModelSession session, GraphBalancing balancing, BalanceTotals balance) {
    this.method = DirectMethod.of(balancing);
    method.requireFit(session.training());
    this.session = session;
    this.balance = balance;
    this.unbalanced = WeightedStepping.fixed(session, balance);
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
    try (SessionRun run =
        session.objective(
            batch,
            inputs,
            it -> {
              step.feed(it, inputs);
              it.target(step.operation());
            })) {
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

  @Override
  public boolean reportsGradients() {
    return method.reportsGradients();
  }

  private boolean balancesNothing(BitSet tasks) {
    return !method.balances(session.training(), tasks);
  }

  @Override
  public Operand<TFloat32> checked(BitSet tasks) {
    return balancesNothing(tasks)
        ? unbalanced.checked(tasks)
        : session.training().directStep(tasks, method).checked();
  }
}
