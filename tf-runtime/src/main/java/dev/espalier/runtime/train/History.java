package dev.espalier.runtime.train;

import dev.espalier.runtime.model.TaskKey;
import java.util.List;
import java.util.Optional;

/**
 * What a run found, epoch by epoch.
 *
 * @param tasks names of the tasks, by index
 * @param epochs one report for each epoch in which a task was trained, at least one
 */
public record History(List<String> tasks, List<EpochReport> epochs) {

  /** A history with lists that nobody changes. */
  public History {
    tasks = List.copyOf(tasks);
    epochs = List.copyOf(epochs);
  }

  /** The report of the last epoch. */
  public EpochReport last() {
    return epochs.get(epochs.size() - 1);
  }

  /**
   * Which tasks help which, where gradients of single tasks are known: with a method that mixes
   * them, or {@link TrainerBuilder#reportGradients}.
   */
  public TaskAffinity affinity() {
    return TaskAffinity.of(this);
  }

  /** Rows trained on over the time of training of all epochs. */
  public double examplesPerSecond() {
    double rows = epochs.stream().mapToDouble(EpochReport::rows).sum();
    double time =
        epochs.stream().mapToDouble(epoch -> epoch.rows() / epoch.examplesPerSecond()).sum();
    return rows / time;
  }

  /** The tasks that stopped before the last epoch, in the order in which they did. */
  public List<TaskStop> stopped() {
    return epochs.stream().flatMap(epoch -> epoch.stopped().stream()).toList();
  }

  /** How a task stopped; empty if it was trained to the end. */
  public Optional<TaskStop> stopped(TaskKey task) {
    return stopped().stream().filter(stop -> stop.task().equals(task.name())).findFirst();
  }

  /** Mean time of a step, in milliseconds. */
  public double stepMillis() {
    return epochs.stream().mapToDouble(EpochReport::stepMillis).average().orElseThrow();
  }
}
