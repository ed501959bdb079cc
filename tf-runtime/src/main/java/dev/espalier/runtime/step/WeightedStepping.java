package dev.espalier.runtime.step;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.balance.LogObjective;
import dev.espalier.runtime.balance.LossBalancing;
import dev.espalier.runtime.balance.LossBalancing.Beginning;
import dev.espalier.runtime.balance.LossBalancing.StepLosses;
import dev.espalier.runtime.balance.LossBalancing.WeighedTask;
import dev.espalier.runtime.balance.LossBalancing.Weighing;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.step.LossSums.Stacked;
import dev.espalier.runtime.step.MethodInputs.Logits;
import dev.espalier.runtime.step.MethodInputs.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/**
 * Steps down the sum of the losses, as a method weighs them: one run each, and a forward pass more
 * for a method that looks again.
 */
final class WeightedStepping implements Stepping {
  private final ModelSession session;
  private final List<Task> tasks;
  private final LossBalancing method;
  private final Weighing weighing;
  private final List<Optional<Operand<TFloat32>>> certainties = new ArrayList<>();
  private final BalanceTotals balance;

  /**
   * Steps of a run.
   *
   * @param run what the method is told when it begins
   */
  WeightedStepping(
      ModelSession session, LossBalancing method, Beginning run, BalanceTotals balance) {
    this.session = session;
    this.tasks = session.preprocessing().info().tasks();
    this.method = method;
    this.weighing = method.start(run);
    this.balance = balance;
    for (int i = 0; i < tasks.size(); i++) {
      int task = i;
      certainties.add(
          method
              .certainty()
              .filter(measure -> Certainties.has(tasks.get(task)))
              .map(measure -> session.training().certainty(measure, tasks.get(task), task)));
    }
  }

  /** Steps of a run with a method. */
  static WeightedStepping of(
      ModelSession session, LossBalancing method, SteppingOptions options, BalanceTotals balance) {
    List<Task> tasks = session.preprocessing().info().tasks();
    double[] lossWeights = options.lossWeights();
    List<WeighedTask> weighed = new ArrayList<>();
    for (int i = 0; i < lossWeights.length; i++) {
      boolean regression = !Certainties.has(tasks.get(i));
      weighed.add(new WeighedTask(tasks.get(i).name(), regression, lossWeights[i] > 0));
    }
    Beginning run = new Beginning(weighed, options.epochs(), options.seed());
    return new WeightedStepping(session, method, run, balance);
  }

  /** Steps with the weights that the tasks were given. */
  static WeightedStepping fixed(ModelSession session, BalanceTotals balance) {
    Beginning nothing = new Beginning(List.of(), 1, 0);
    return new WeightedStepping(session, Balancing.fixedWeights(), nothing, balance);
  }

  @Override
  public StepInputs weighed(StepInputs inputs, BitSet taking) {
    int[] indices = taking.stream().toArray();
    double[] given = weighing.weights(inputs.step(), indices);
    double[] byTask = new double[tasks.size()];
    for (int i = 0; i < indices.length; i++) {
      byTask[indices[i]] = given[i];
    }
    return inputs.with(
        method.logarithms().isPresent()
            ? new Logits(byTask, weighing.power())
            : new Weights(byTask));
  }

  @Override
  public void step(int epoch, BitSet taking, Batch batch, StepInputs inputs, LossTotals losses) {
    int[] measured = taking.stream().filter(task -> certainties.get(task).isPresent()).toArray();
    List<Operand<TFloat32>> measures =
        Arrays.stream(measured).mapToObj(task -> certainties.get(task).get()).toList();
    double[] found;
    if (batch.parts().size() > 1 || session.lossScale().isPresent()) {
      PartedStep step = new PartedStep(session, method, taking, batch, inputs, measured, measures);
      step.take(losses);
      found = step.measured();
    } else {
      found = take(taking, batch, inputs, measures, losses);
    }
    double[] sure = new double[tasks.size()];
    Arrays.fill(sure, Double.NaN);
    for (int i = 0; i < measured.length; i++) {
      sure[measured[i]] = found[i];
    }
    teach(batch, inputs, losses.last(), sure, taking);
  }

  /** Takes a step in one run; gives what was measured. */
  private double[] take(
      BitSet taking,
      Batch batch,
      StepInputs inputs,
      List<Operand<TFloat32>> measures,
      LossTotals losses) {
    StepGraph step = session.training().step(taking, method);
    Stacked sums = session.training().losses().stacked(batch.tasks());
    double[] found = new double[measures.size()];
    try (SessionRun run = session.objective(batch, inputs, it -> it.target(step.operation()))) {
      run.fetch(sums.sums());
      measures.forEach(run::fetch);
      try (Result result = run.run()) {
        losses.add(sums.tasks(), (TFloat32) result.get(0));
        Arrays.setAll(found, i -> ((TFloat32) result.get(i + 1)).getFloat());
      }
    }
    return found;
  }

  /** Tells the method what a step found of the tasks that have labels. */
  private void teach(
      Batch batch, StepInputs inputs, double[] losses, double[] sure, BitSet taking) {
    int[] there = taking.stream().filter(task -> !Double.isNaN(losses[task])).toArray();
    double[] found = weighted(there, inputs, losses);
    balance.addWeights(there, weights(there, found, inputs), inputs.lossWeights());
    double[] after =
        method.looksAgain() ? weighted(there, inputs, lookAgain(batch, inputs)) : new double[0];
    double[] certainty =
        method.certainty().isPresent()
            ? Arrays.stream(there).mapToDouble(task -> sure[task]).toArray()
            : new double[0];
    weighing.stepped(new StepLosses(there, found, after, certainty));
  }

  /** The losses of some tasks, times their loss weights. */
  private static double[] weighted(int[] some, StepInputs inputs, double[] losses) {
    double[] lossWeights = inputs.lossWeights();
    return Arrays.stream(some).mapToDouble(i -> lossWeights[i] * losses[i]).toArray();
  }

  /** The losses after the step, on the same rows with the same draws. */
  private double[] lookAgain(Batch batch, StepInputs inputs) {
    return PartedStep.losses(session, batch, inputs);
  }

  private double[] weights(int[] there, double[] losses, StepInputs inputs) {
    double[] used = Arrays.stream(there).mapToDouble(i -> inputs.method().byTask()[i]).toArray();
    if (inputs.method() instanceof Logits logits) {
      LogObjective objective = method.logarithms().orElseThrow();
      requireLogarithms(objective, there, losses);
      return objective.weights(losses, used, logits.power());
    }
    return used;
  }

  private void requireLogarithms(LogObjective objective, int[] indices, double[] losses) {
    for (int i = 0; i < indices.length; i++) {
      if (objective.isBelow(losses[i])) {
        throw new TrainingException(
            "%s takes the logarithms of losses, as far as they are above %s. Found a loss of %s for task `%s`; expected another loss, or a method that takes no logarithms."
                .formatted(
                    method.name(), objective.bound(), losses[i], tasks.get(indices[i]).name()));
      }
    }
  }

  @Override
  public void epochEnded(int epoch, double[] losses) {
    weighing.epochEnded(epoch, losses);
  }

  @Override
  public List<double[]> memory() {
    return weighing.memory();
  }

  @Override
  public Operand<TFloat32> checked(BitSet taking) {
    return session.training().step(taking, method).checked();
  }
}
