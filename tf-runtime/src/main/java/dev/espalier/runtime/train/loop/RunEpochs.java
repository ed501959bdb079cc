package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.Prefetcher;
import dev.espalier.runtime.train.guard.Place;
import dev.espalier.runtime.train.kept.RunMemory;
import dev.espalier.runtime.train.run.RunEnd;
import dev.espalier.runtime.train.run.TrainingListener.StepReport;
import java.util.BitSet;
import java.util.Optional;

/** Walks through the steps of an epoch: what comes before, between and after them. */
final class RunEpochs {
  private final RunWalk walk;
  private final RunSteps steps;
  private final RunProgress progress;
  private final RunLimits limits;
  private final RunValidations validations;
  private final RunMemory memory;
  private final RunListeners listeners;
  private final Runnable check;

  /**
   * Those of a run.
   *
   * @param check called before each step; what it throws ends the run
   */
  RunEpochs(
      RunWalk walk,
      RunSteps steps,
      RunProgress progress,
      RunLimits limits,
      RunValidations validations,
      RunMemory memory,
      RunListeners listeners,
      Runnable check) {
    this.walk = walk;
    this.steps = steps;
    this.progress = progress;
    this.limits = limits;
    this.validations = validations;
    this.memory = memory;
    this.listeners = listeners;
    this.check = check;
  }

  /**
   * Takes the steps of the epoch that are left.
   *
   * @param trained the tasks that are trained in it
   * @return why the run ends among them, if it does
   */
  Optional<RunEnd> walk(BitSet trained) {
    listeners.tell(listener -> listener.epochStarted(progress.epoch()));
    Batches batches = walk.epoch(progress.epoch(), trained);
    progress.startClock();
    try (Prefetcher ahead = new Prefetcher(batches, progress.step())) {
      while (ahead.hasNext()) {
        check.run();
        try (Batch batch = ahead.next()) {
          step(batches.count(), trained, batch);
        }
        progress.stopClock();
        // After its last step, an epoch ends first.
        if (ahead.hasNext()) {
          validations.betweenSteps();
          Optional<RunEnd> end = limits.betweenSteps();
          if (end.isPresent()) {
            return end;
          }
        }
        memory.writeAfterStep(progress.epoch(), progress.steps());
        progress.startClock();
      }
    } finally {
      progress.stopClock();
    }
    return Optional.empty();
  }

  private void step(int stepsOfEpoch, BitSet trained, Batch batch) {
    progress.beginStep();
    Place place = new Place(progress.epoch(), progress.step(), stepsOfEpoch, progress.steps());
    steps.take(place, trained, batch, progress.losses());
    progress.endStep(batch.size(), steps.rate());
    if (!listeners.isEmpty()) {
      StepReport report =
          new StepReport(
              place.epoch(),
              place.step(),
              place.steps(),
              batch.size(),
              progress.losses().last(),
              progress.rate(),
              progress.rows() / progress.seconds());
      listeners.tell(listener -> listener.stepEnded(report));
    }
  }
}
