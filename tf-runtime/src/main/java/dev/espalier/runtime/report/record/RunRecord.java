package dev.espalier.runtime.report.record;

import dev.espalier.runtime.metric.TaskOutcomes;
import dev.espalier.runtime.model.ModelSummary;
import dev.espalier.runtime.train.EpochReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as far as it has come.
 *
 * @param start what it began with
 * @param place where it is; empty before the first step
 * @param ended whether it came to its end; a run that failed never does
 * @param seconds since it began, or that it took
 * @param steps losses of batches
 * @param epochs those that have ended
 * @param outcomes on the validation set, once the run has ended
 */
public record RunRecord(
    RunFacts start,
    Optional<RunPlace> place,
    boolean ended,
    double seconds,
    StepCurve.Points steps,
    List<EpochReport> epochs,
    List<TaskOutcomes> outcomes) {

  /** Keeps copies of the lists. */
  public RunRecord {
    epochs = List.copyOf(epochs);
    outcomes = List.copyOf(outcomes);
  }

  /**
   * What a run begins with.
   *
   * @param began the time
   * @param tasks names of the tasks, by index
   * @param labels how many each task has in the training set
   * @param rows of the training set
   * @param epochs of the run
   * @param stepsPerEpoch batches of an epoch in which all tasks are trained
   * @param summary the model, layer by layer
   * @param settings what the run was told, by name
   * @param environment the machine and versions, by name
   */
  public record RunFacts(
      Instant began,
      List<String> tasks,
      List<Integer> labels,
      int rows,
      int epochs,
      int stepsPerEpoch,
      ModelSummary summary,
      Map<String, String> settings,
      Map<String, String> environment) {}

  /**
   * Where a run is.
   *
   * @param epoch from 1
   * @param step of the epoch, from 1
   * @param steps of the epoch
   * @param examplesPerSecond since the epoch began
   */
  public record RunPlace(int epoch, int step, int steps, double examplesPerSecond) {}

  /** Seconds that the run will still take if it goes on as it did; 0 when it has ended. */
  public double secondsLeft() {
    if (ended || place.isEmpty()) {
      return 0;
    }
    RunPlace at = place.get();
    double part = (at.epoch() - 1 + (double) at.step() / at.steps()) / start.epochs();
    return seconds * (1 / part - 1);
  }
}
