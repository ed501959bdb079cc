package dev.espalier.runtime.report.record;

import dev.espalier.runtime.metric.TaskOutcomes;
import dev.espalier.runtime.report.record.RunRecord.RunEnding;
import dev.espalier.runtime.report.record.RunRecord.RunFacts;
import dev.espalier.runtime.report.record.RunRecord.RunPlace;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.NonFiniteReport;
import dev.espalier.runtime.train.run.TrainingListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Records a run; other threads may ask for what is there. A second run begins the record anew.
 *
 * <p>A step costs the training thread some additions, and memory does not grow with the steps.
 */
public final class RunRecorder implements TrainingListener {
  private static final int MOST_POINTS = 1000;

  private RunStart run;
  private Optional<RunFacts> start = Optional.empty();
  private Optional<RunPlace> place = Optional.empty();
  private StepCurve steps = new StepCurve(0, MOST_POINTS);
  private List<EpochReport> epochs = new ArrayList<>();
  private List<TaskOutcomes> outcomes = List.of();
  private Optional<RunEnding> ending = Optional.empty();
  private RunNotes notes = new RunNotes();
  private double partBefore;
  private long beganNanos;
  private double seconds;
  private long version;

  @Override
  public void runStarted(RunStart started) {
    RunFacts begun =
        new RunFacts(
            Instant.now(),
            started.tasks(),
            started.labels(),
            started.rows(),
            started.epochs(),
            started.stepsPerEpoch(),
            started.view().summary(),
            started.view().settings().values(),
            Environment.here());
    synchronized (this) {
      run = started;
      start = Optional.of(begun);
      place = Optional.empty();
      // The losses, then the learning rate.
      steps = new StepCurve(started.tasks().size() + 1, MOST_POINTS);
      epochs = new ArrayList<>();
      outcomes = List.of();
      ending = Optional.empty();
      notes = new RunNotes();
      partBefore = 0;
      beganNanos = System.nanoTime();
      changed();
    }
  }

  @Override
  public synchronized void runResumed(RunResumed resumed) {
    notes.resumed(resumed);
    partBefore = at(resumed) / run.epochs();
    goTo(resumed);
  }

  @Override
  public synchronized void runWentBack(RunResumed back) {
    notes.wentBack(back);
    goTo(back);
  }

  private double at(RunResumed goingOn) {
    return goingOn.epoch() - 1 + (double) goingOn.step() / run.stepsPerEpoch();
  }

  /** What was recorded of later steps holds no more. */
  private void goTo(RunResumed goingOn) {
    epochs = new ArrayList<>(goingOn.epochs());
    steps.forgetAfter(at(goingOn));
    place =
        Optional.of(new RunPlace(goingOn.epoch(), goingOn.step(), run.stepsPerEpoch(), Double.NaN));
    changed();
  }

  @Override
  public synchronized void stepNotFinite(NonFiniteReport step) {
    notes.notFinite(step);
    changed();
  }

  @Override
  public synchronized void stepEnded(StepReport step) {
    RunPlace now =
        new RunPlace(step.epoch(), step.step(), step.stepsPerEpoch(), step.examplesPerSecond());
    double[] values = Arrays.copyOf(step.losses(), step.losses().length + 1);
    values[step.losses().length] = step.learningRate();
    steps.add(now.at(), values);
    place = Optional.of(now);
    changed();
  }

  @Override
  public synchronized void epochEnded(EpochReport epoch) {
    epochs.add(epoch);
    changed();
  }

  @Override
  public void runEnded(History history) {
    // A pass over the validation set: nobody who asks meanwhile has to wait for it.
    List<TaskOutcomes> found = run.view().outcomes();
    synchronized (this) {
      outcomes = found;
      // The last may have ended early, and be told of here alone.
      epochs = new ArrayList<>(history.epochs());
      history.best().ifPresent(notes::best);
      ending = Optional.of(new RunEnding(false, history.end().words()));
      changed();
    }
  }

  @Override
  public synchronized void runFailed(RuntimeException failure) {
    // It may have ended before, and what came after it failed.
    if (ending.isEmpty()) {
      String message = Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
      ending = Optional.of(new RunEnding(true, message));
      changed();
    }
  }

  private void changed() {
    seconds = (System.nanoTime() - beganNanos) / 1e9;
    version++;
  }

  /** A number that is another one whenever there is more to see. */
  public synchronized long version() {
    return version;
  }

  /** What there is to see; empty before the first run. */
  public synchronized Optional<RunRecord> record() {
    return start.map(
        begun ->
            new RunRecord(
                begun,
                place,
                ending,
                notes.all(),
                seconds,
                partBefore,
                steps.points(),
                epochs,
                outcomes));
  }
}
