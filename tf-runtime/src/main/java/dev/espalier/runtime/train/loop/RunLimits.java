package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.train.option.RunOptions;
import dev.espalier.runtime.train.run.RunEnd;
import java.time.Duration;
import java.util.Optional;

/** What ends a run between two steps. */
final class RunLimits {
  private final RunOptions options;
  private long begun = System.nanoTime();
  private long stepsBefore;
  private volatile boolean stopped;

  RunLimits(RunOptions options) {
    this.options = options;
  }

  /** Time begins to count; there is always enough of it for one step. */
  void begin(RunProgress progress) {
    begun = System.nanoTime();
    stepsBefore = progress.steps();
  }

  /** Asks the run to end after the step that is under way; any thread may. */
  void stop() {
    stopped = true;
  }

  /** Why the run is to end now, if it is. */
  Optional<RunEnd> reached(RunProgress progress) {
    if (stopped) {
      return Optional.of(RunEnd.STOP_REQUESTED);
    }
    if (options.maxSteps() > 0 && progress.steps() >= options.maxSteps()) {
      return Optional.of(RunEnd.STEP_LIMIT);
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    boolean any = progress.steps() > stepsBefore;
    return any && !options.maxTime().isZero() && taken.compareTo(options.maxTime()) >= 0
        ? Optional.of(RunEnd.TIME_LIMIT)
        : Optional.empty();
  }
}
