package dev.espalier.benchmarks;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.TrainingListener;
import java.util.function.Function;

/**
 * Short runs of one trainer that can be had again and again; the median step of the last one.
 *
 * @param <E> the example
 */
final class TimedRun<E> implements AutoCloseable, TrainingListener {
  private final Trainer<E, ?, ?, ?> trainer;
  private final Dataset<E> rows;
  private EpochClock clock = new EpochClock(0);

  /**
   * Runs of a trainer of one epoch.
   *
   * @param trainer makes one that has this listener
   */
  TimedRun(Function<TrainingListener, ? extends Trainer<E, ?, ?, ?>> trainer, Dataset<E> rows) {
    this.trainer = trainer.apply(this);
    this.rows = rows;
  }

  /** Milliseconds of the median step of another run. */
  double stepMillis() {
    trainer.fit(rows);
    return clock.steps(0).median();
  }

  @Override
  public void runStarted(RunStart run) {
    clock = new EpochClock(run.stepsPerEpoch());
    clock.epochStarts();
  }

  @Override
  public void stepEnded(StepReport step) {
    clock.stepEnded();
  }

  @Override
  public void epochEnded(EpochReport epoch) {
    clock.epochEnded();
  }

  @Override
  public void close() {
    trainer.close();
  }
}
