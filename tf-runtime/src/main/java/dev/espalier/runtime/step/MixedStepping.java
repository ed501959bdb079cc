package dev.espalier.runtime.step;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.GradientBalancing;
import dev.espalier.runtime.balance.GradientBalancing.Mixing;
import dev.espalier.runtime.balance.TaskGradients;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.step.LossSums.Stacked;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Steps along a mixture of the tasks' gradients: two runs each, between them a method's choice. */
final class MixedStepping implements Stepping {
  private final ModelSession session;
  private final GradientBalancing method;
  private final Mixing mixing;
  private final BalanceTotals balance;
  private final WeightedStepping withoutMixture;

  MixedStepping(
      ModelSession session, GradientBalancing method, int tasks, long seed, BalanceTotals balance) {
    this.balance = balance;
    this.session = session;
    this.method = method;
    this.mixing = method.start(new GradientBalancing.Start(tasks, seed));
    this.withoutMixture = WeightedStepping.fixed(session, balance);
    if (method.averages()) {
      requireWholeTables();
      session.resetAverages();
    }
  }

  private void requireWholeTables() {
    for (VariableSpec variable : session.training().everShared()) {
      if (variable.byRows()) {
        throw new TrainingException(
            "%s keeps an average of the gradient of every shared parameter, and %s updates only the rows of `%s` that a step looks up. Expected an optimizer that updates all rows, such as Optimizer.adam(1e-3), or another method."
                .formatted(method.name(), session.training().optimizer().name(), variable.name()));
      }
    }
  }

  @Override
  public boolean reportsGradients() {
    return true;
  }

  @Override
  public void step(int epoch, BitSet tasks, Batch batch, StepInputs inputs, LossTotals losses) {
    if (mixesNothing(tasks)) {
      withoutMixture.step(epoch, tasks, batch, inputs, losses);
      return;
    }
    MixedStepGraph step = session.training().mixedStep(tasks, method);
    try (SessionRun first = session.objective(batch, inputs, it -> it.target(step.first()))) {
      Stacked sums = session.training().losses().stacked(batch.tasks());
      first.fetch(sums.sums());
      first.fetch(step.products());
      first.fetch(step.rows());
      step.touched().forEach(first::fetch);
      step.heldBack().forEach(first::fetch);
      step.rate()
          .ifPresent(
              rate -> {
                double value = method.averagingRate(inputs.step());
                first.feedOwn(rate, TFloat32.scalarOf((float) value));
              });
      try (Result result = first.run()) {
        losses.add(sums.tasks(), (TFloat32) result.get(0));
        TaskGradients gradients =
            GradientProducts.read(
                epoch, step.mixed(), inputs, losses.last(), (TFloat32) result.get(1));
        double[] weights = mixing.weights(gradients);
        balance.addWeights(gradients.tasks(), weights, inputs.lossWeights());
        balance.addGradients(gradients);
        mix(step, inputs, new Found(step, result), weights);
      }
    }
  }

  /** The second run, which mixes the rows of the first. */
  private void mix(MixedStepGraph step, StepInputs inputs, Found found, double[] weights) {
    try (SessionRun second =
        session.update(
            inputs,
            it -> {
              it.feed(step.givenRows(), found.rows());
              it.feed(step.givenTouched(), found.touched());
              it.feed(step.givenBack(), found.heldBack());
              it.feedOwn(step.weights(), weights);
              it.target(step.second());
            })) {
      second.run().close();
    }
  }

  /**
   * What the second run is given of what the first found.
   *
   * @param result of the first; the caller's
   */
  private record Found(MixedStepGraph step, Result result) {

    /** The gradients of the tasks. */
    TFloat32 rows() {
      return (TFloat32) result.get(2);
    }

    /** The rows of tables that it touched. */
    List<TInt32> touched() {
      return IntStream.range(0, step.touched().size())
          .mapToObj(i -> (TInt32) result.get(3 + i))
          .toList();
    }

    /** The gradients that were held back. */
    List<TFloat32> heldBack() {
      int from = 3 + step.touched().size();
      return IntStream.range(0, step.heldBack().size())
          .mapToObj(i -> (TFloat32) result.get(from + i))
          .toList();
    }
  }

  /** Whether no task of a batch reaches what is shared. */
  private boolean mixesNothing(BitSet tasks) {
    return session.training().shared(tasks).isEmpty();
  }

  @Override
  public List<double[]> memory() {
    return mixing.memory();
  }

  @Override
  public Operand<TFloat32> checked(BitSet tasks) {
    return mixesNothing(tasks)
        ? withoutMixture.checked(tasks)
        : session.training().mixedStep(tasks, method).checked();
  }
}
