package dev.espalier.runtime.train;

import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.balance.GradientBalancing;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.optimize.Averaging;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.Precision;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.step.SessionOptions;
import dev.espalier.runtime.transfer.Transfer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link TrainerBuilder} was told; checked, immutable.
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
 * @param listeners told of what happens in a run, in this order
 */
public record TrainerOptions(
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
    int threads,
    List<TrainingListener> listeners) {

  /** Options with collections that nobody changes. */
  public TrainerOptions {
    lossWeights = Map.copyOf(lossWeights);
    transfers = List.copyOf(transfers);
    listeners = List.copyOf(listeners);
  }

  /** The same with a model's own balancing and clipping where the builder was told of none. */
  TrainerOptions orOf(GeneratedModel<?, ?, ?> model) {
    return new TrainerOptions(
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
        threads,
        listeners);
  }

  /** What of these a session needs to know. */
  SessionOptions ofSession() {
    boolean averagesGradients =
        balancing.orElseGet(Balancing::fixedWeights) instanceof GradientBalancing method
            && method.averages();
    return new SessionOptions(
        threads,
        schedule.batchSize(),
        averagesGradients,
        averaging,
        precision,
        clipping.orElseGet(Clipping::none));
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
    int rowsOfStep(int rows) {
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
