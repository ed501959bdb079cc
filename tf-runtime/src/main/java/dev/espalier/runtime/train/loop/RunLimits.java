package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.train.course.TrainedTasks;
import dev.espalier.runtime.train.kept.RunSelection;
import dev.espalier.runtime.train.option.RunOptions;
import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.train.run.RunEnd;
import java.time.Duration;
import java.util.Optional;

/** What ends a run: nothing left to do, nothing better to wait for, or a limit. */
final class RunLimits {
  private final int epochs;
  private final RunOptions options;
  private final TrainedTasks trained;
  private final Optional<RunSelection> selection;
  private final RunProgress progress;
  private long begun = System.nanoTime();
  private long stepsBefore;
  private volatile boolean stopped;

  /** Those of a run. */
  RunLimits(
      TrainingOptions options,
      TrainedTasks trained,
      Optional<RunSelection> selection,
      RunProgress progress) {
    this.epochs = options.schedule().epochs();
    this.options = options.running();
    this.trained = trained;
    this.selection = selection;
    this.progress = progress;
  }

  /** Time begins to count; there is always enough of it for one step. */
  void begin() {
    begun = System.nanoTime();
    stepsBefore = progress.steps();
  }

  /** Asks the run to end after the step that is under way; any thread may. */
  void stop() {
    stopped = true;
  }

  /** Whether any step was taken since the beginning. */
  boolean anyStep() {
    return progress.steps() > stepsBefore;
  }

  /** Why the run is to end before the next epoch, if it is. */
  Optional<RunEnd> beforeEpoch() {
    if (trained.allStopped()) {
      return Optional.of(RunEnd.ALL_TASKS_STOPPED);
    }
    return progress.epoch() > epochs ? Optional.of(RunEnd.ALL_EPOCHS) : betweenSteps();
  }

  /** Why the run is to end before the next step, if it is. */
  Optional<RunEnd> betweenSteps() {
    return selection.flatMap(RunSelection::end).or(this::reached);
  }

  private Optional<RunEnd> reached() {
    if (stopped) {
      return Optional.of(RunEnd.STOP_REQUESTED);
    }
    if (options.maxSteps() > 0 && progress.steps() >= options.maxSteps()) {
      return Optional.of(RunEnd.STEP_LIMIT);
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    return anyStep() && !options.maxTime().isZero() && taken.compareTo(options.maxTime()) >= 0
        ? Optional.of(RunEnd.TIME_LIMIT)
        : Optional.empty();
  }
}
