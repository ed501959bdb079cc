package dev.espalier.runtime.train.option;

import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.optimize.Averaging;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.Precision;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.transfer.Transfer;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link dev.espalier.runtime.train.TrainerBuilder} was told of how a model is trained;
 * checked, immutable. Those who are told of a run decide nothing of this.
 *
 * @param schedule how long and in what portions a run learns
 * @param optimizer one to use instead of the model's own
 * @param balancing one to use instead of the model's own
 * @param clipping one to use instead of the model's own
 * @param gradientsEvery of so many steps one computes gradients by task for reports, where a step
 *     has none; 0 for none
 * @param lossWeights weights to use instead of the model's own, by name of task
 * @param tasks when tasks are trained
 * @param running how a run goes and ends
 * @param sampling which rows an epoch has
 * @param parts what holds for parts of the model
 * @param transfers where weights come from that don't start as the model says
 * @param averaging how averages follow the weights, if any do
 * @param precision that networks compute in
 * @param threads of TensorFlow; 0 for as many as there are cores
 */
public record TrainingOptions(
    Schedule schedule,
    Optional<Optimizer> optimizer,
    Optional<Balancing> balancing,
    Optional<Clipping> clipping,
    int gradientsEvery,
    Map<String, Double> lossWeights,
    TaskOptions tasks,
    RunOptions running,
    Sampling sampling,
    PartOptions parts,
    List<Transfer> transfers,
    Optional<Averaging> averaging,
    Precision precision,
    int threads) {

  /** Options with collections that nobody changes. */
  public TrainingOptions {
    lossWeights = Map.copyOf(lossWeights);
    transfers = List.copyOf(transfers);
  }

  /** The same with a model's own balancing and clipping where the builder was told of none. */
  public TrainingOptions orOf(GeneratedModel<?, ?, ?> model) {
    return new TrainingOptions(
        schedule,
        optimizer,
        Optional.of(balancing.orElseGet(model::balancing)),
        Optional.of(clipping.orElseGet(model::clipping)),
        gradientsEvery,
        lossWeights,
        tasks,
        running,
        sampling,
        parts,
        transfers,
        averaging,
        precision,
        threads);
  }

  /** The tasks' factors in the objective, before any balancing, by index. */
  public double[] lossWeights(List<Task> of) {
    return of.stream()
        .mapToDouble(task -> lossWeights.getOrDefault(task.name(), task.lossWeight()))
        .toArray();
  }

  /** The tasks that a run trains at some time, by index: those whose factor is above 0. */
  public BitSet trained(List<Task> of) {
    double[] weights = lossWeights(of);
    BitSet trained = new BitSet();
    for (int task = 0; task < weights.length; task++) {
      trained.set(task, weights[task] > 0);
    }
    return trained;
  }

  /**
   * How long and in what portions a run learns.
   *
   * @param epochs walks over the training set, at least 1
   * @param batchSize rows that a network works on at a time, at least 1
   * @param parts how many of these make a step, at least 1
   * @param seed of weights, order and dropout
   * @param learningRate one to use instead of the optimizer's
   * @param rateSchedule how it changes from step to step
   */
  public record Schedule(
      int epochs,
      int batchSize,
      int parts,
      long seed,
      Optional<Double> learningRate,
      RateSchedule rateSchedule) {

    /** Rows of a step, of so many that there are. */
    public int rowsOfStep(int rows) {
      return (int) Math.min(rows, (long) parts * batchSize);
    }
  }

  /** Which rows an epoch has. */
  public sealed interface Sampling {

    /** Those that the model's annotations say. */
    record AsAnnotated() implements Sampling {}

    /** Every row once, whatever annotations say. */
    record EachOnce() implements Sampling {}

    /** As many as there are, drawn such that a task's classes come equally often. */
    record EvenClasses(String task) implements Sampling {}
  }
}
