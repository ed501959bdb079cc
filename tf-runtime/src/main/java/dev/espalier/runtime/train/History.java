package dev.espalier.runtime.train;

import java.util.List;

/**
 * What a run found, epoch by epoch.
 *
 * @param tasks names of the tasks, by index
 * @param epochs one report for each epoch, at least one
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

  /** Rows trained on over the time of training of all epochs. */
  public double examplesPerSecond() {
    // Epochs have equally many rows: the harmonic mean.
    double time = epochs.stream().mapToDouble(epoch -> 1 / epoch.examplesPerSecond()).sum();
    return epochs.size() / time;
  }

  /** Mean time of a step, in milliseconds. */
  public double stepMillis() {
    return epochs.stream().mapToDouble(EpochReport::stepMillis).average().orElseThrow();
  }
}
