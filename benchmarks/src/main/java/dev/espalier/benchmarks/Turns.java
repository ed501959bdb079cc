package dev.espalier.benchmarks;

import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.TrainingListener;
import java.util.List;

/**
 * Lets hand-written training have an epoch after each one of generated training, on the same
 * thread, and times both. All that a trainer does between epochs counts as its own.
 */
final class Turns implements TrainingListener {
  private final HandWrittenTraining other;
  private final EpochClock byHand;
  private final EpochClock generated;
  private List<Double> losses = List.of();

  Turns(HandWrittenTraining other, int stepsPerEpoch) {
    this.other = other;
    byHand = new EpochClock(stepsPerEpoch);
    generated = new EpochClock(stepsPerEpoch);
  }

  EpochClock byHand() {
    return byHand;
  }

  EpochClock generated() {
    return generated;
  }

  /** The sum of both tasks' losses in the last epoch of generated training. */
  double loss() {
    return losses.stream().mapToDouble(loss -> loss).sum();
  }

  @Override
  public void runStarted(RunStart run) {
    generated.epochStarts();
  }

  @Override
  public void stepEnded(StepReport step) {
    generated.stepEnded();
  }

  @Override
  public void epochEnded(EpochReport epoch) {
    generated.epochEnded();
    losses = epoch.losses();
    other.epoch(byHand);
    generated.epochStarts();
  }
}
