package dev.espalier.runtime.train.run;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.model.TaskKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run found, epoch by epoch.
 *
 * @param tasks names of the tasks, by index
 * @param epochs one report for each epoch in which a task was trained; that of an epoch in which
 *     the run ended early is of the steps that it had. None of a run that ended before its first
 *     step, as one does that is stopped while it begins
 * @param end why the run ended
 * @param best the best validation, if weights were kept by it
 */
public record History(
    List<String> tasks, List<EpochReport> epochs, RunEnd end, Optional<BestScore> best) {

  /** A history with lists that nobody changes. */
  public History {
    tasks = List.copyOf(tasks);
    epochs = List.copyOf(epochs);
  }

  /**
   * The report of the last epoch.
   *
   * @throws TrainingException when the run ended before its first step
   */
  public EpochReport last() {
    if (epochs.isEmpty()) {
      throw new TrainingException(
          "There is no epoch to report of: the run ended before its first step, by %s."
              .formatted(end));
    }
    return epochs.get(epochs.size() - 1);
  }

  /**
   * Which tasks help which, where gradients of single tasks are known: with a method that mixes
   * them, or {@link dev.espalier.runtime.train.TrainerBuilder#reportGradients}.
   */
  public TaskAffinity affinity() {
    return TaskAffinity.of(this);
  }

  /** Rows trained on over the time of training of all epochs; NaN without any. */
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

  /** Mean time of a step, in milliseconds; NaN without any. */
  public double stepMillis() {
    return epochs.stream().mapToDouble(EpochReport::stepMillis).average().orElse(Double.NaN);
  }

  /**
   * Writes a row for each epoch as CSV, in UTF-8 with a header; a crash leaves the old file or the
   * new one. What is not known is an empty cell, numbers are written so that reading gives the same
   * bits.
   *
   * <p>The columns: {@code epoch}, {@code rows}, {@code examplesPerSecond}, {@code stepMillis},
   * {@code learningRate}, {@code validationSeconds}, as in {@link EpochReport}; for each task,
   * whose name comes first, {@code TASK.loss} (training), {@code TASK.weight} and {@code
   * TASK.gradientNorm} (see {@link dev.espalier.runtime.balance.BalanceReport}), with a validation
   * set {@code TASK.validation.loss}, {@code TASK.validation.labels} and {@code
   * TASK.validation.METRIC} for each metric; then for each pair of tasks {@code cosine.TASK.TASK}.
   *
   * @throws dev.espalier.runtime.EspalierException when the file can't be written
   */
  public void writeCsv(Path file) {
    new HistoryFile(this).writeCsv(file);
  }

  /**
   * Writes the same as JSON: {@code format} ({@code espalier-history}), {@code version}, {@code
   * tasks} and {@code epochs}; an epoch holds the columns of {@link #writeCsv}, those of tasks as
   * {@code tasks.TASK.loss} and {@code tasks.TASK.validation.METRIC}, {@code cosines.TASK.TASK},
   * and the tasks that {@code stopped}. What is not known is left out. A crash leaves the old file
   * or the new one.
   *
   * @throws dev.espalier.runtime.EspalierException when the file can't be written
   */
  public void writeJson(Path file) {
    new HistoryFile(this).writeJson(file);
  }
}
