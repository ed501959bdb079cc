package dev.espalier.runtime.report.record;

import dev.espalier.runtime.metric.TaskOutcomes;
import dev.espalier.runtime.model.ModelSummary;
import dev.espalier.runtime.train.run.EpochReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as far as it has come.
 *
 * @param start what it began with
 * @param place where it is; empty before the first step
 * @param ending how it came to its end, or failed; empty while it goes on
 * @param notes what happened beside steps and epochs, in words: it was gone on with, went back, had
 *     steps that were not finite
 * @param seconds since it began, or was gone on with, or that it took
 * @param partBefore part of the run that was there when it was gone on with; 0 for none
 * @param steps losses of batches
 * @param epochs those that have ended
 * @param outcomes on the validation set, once the run has ended
 */
public record RunRecord(
    RunFacts start,
    Optional<RunPlace> place,
    Optional<RunEnding> ending,
    List<String> notes,
    double seconds,
    double partBefore,
    StepCurve.Points steps,
    List<EpochReport> epochs,
    List<TaskOutcomes> outcomes) {

  /** Keeps copies of the lists. */
  public RunRecord {
    notes = List.copyOf(notes);
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
  public record RunPlace(int epoch, int step, int steps, double examplesPerSecond) {

    /** Where it is, in epochs: 1.5 is the middle of the second one. */
    public double at() {
      return epoch - 1 + (double) step / steps;
    }

    private double part(int epochs) {
      return at() / epochs;
    }
  }

  /**
   * How a run ended.
   *
   * @param failed whether it did
   * @param why it ended or failed, in words
   */
  public record RunEnding(boolean failed, String why) {}

  /** Whether it goes on no more. */
  public boolean ended() {
    return ending.isPresent();
  }

  /** Seconds that the run will still take if it goes on as it did; 0 when it has ended. */
  public double secondsLeft() {
    double part = place.map(at -> at.part(start.epochs())).orElse(0.0);
    return ended() || part <= partBefore ? 0 : seconds * (1 - part) / (part - partBefore);
  }
}
