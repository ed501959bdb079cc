package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.balance.BalanceReport;
import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.step.LossTotals;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.TaskStop;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How far a run has come, and what the epoch that is under way has added up. */
final class RunProgress implements Resumable {
  private static final double NANOS = 1e9;

  private final int tasks;
  private int epoch = 1;
  private int step;
  private long steps;
  private LossTotals losses;
  private int rows;
  private double rate;
  private double secondsBefore;
  private long clock;
  private boolean ticking;

  /** The beginning of a run. */
  RunProgress(int tasks) {
    this.tasks = tasks;
    this.losses = new LossTotals(tasks);
  }

  /** The epoch that is under way, or to come, from 1. */
  int epoch() {
    return epoch;
  }

  /** Steps of this epoch that have been taken. */
  int step() {
    return step;
  }

  /** Steps of the run that have been taken. */
  long steps() {
    return steps;
  }

  /** Whether an epoch is under way. */
  boolean inEpoch() {
    return step > 0;
  }

  /** Losses of this epoch. */
  LossTotals losses() {
    return losses;
  }

  /** Rows of this epoch. */
  int rows() {
    return rows;
  }

  /** The learning rate of the last step. */
  double rate() {
    return rate;
  }

  /** Time of training in this epoch. */
  double seconds() {
    return ticking ? secondsBefore + (System.nanoTime() - clock) / NANOS : secondsBefore;
  }

  /** Time begins to count. */
  void startClock() {
    secondsBefore = seconds();
    clock = System.nanoTime();
    ticking = true;
  }

  /** Time counts no more until it is started again. */
  void stopClock() {
    secondsBefore = seconds();
    ticking = false;
  }

  /** The next step begins. */
  void beginStep() {
    step++;
    steps++;
  }

  /** A step on so many rows has ended, taken at a learning rate. */
  void endStep(int ofRows, double atRate) {
    rows += ofRows;
    rate = atRate;
  }

  /** The next epoch is under way. */
  void nextEpoch() {
    epoch++;
    step = 0;
    rows = 0;
    secondsBefore = 0;
    losses = new LossTotals(tasks);
  }

  /**
   * The report of the epoch that is under way.
   *
   * @param balance how the tasks stood to each other in it
   * @param validation what one found at its end, if there was one
   * @param validating seconds that it took
   * @param stopped the tasks that stop with the epoch
   */
  EpochReport report(
      BalanceReport balance,
      Optional<Evaluation> validation,
      double validating,
      List<TaskStop> stopped) {
    return new EpochReport(
        epoch,
        IntStream.range(0, tasks).mapToObj(losses::mean).toList(),
        balance,
        validation,
        stopped,
        rows,
        rows / seconds(),
        1e3 * seconds() / step,
        rate,
        validating);
  }

  @Override
  public void keep(RunState to) {
    to.put("epoch", epoch);
    to.put("step", step);
    to.put("steps", steps);
    to.put("losses", losses);
    to.put("rows", rows);
    to.put("rate", rate);
    to.put("seconds", seconds());
  }

  @Override
  public void resume(RunState from) {
    epoch = (int) from.count("epoch");
    step = (int) from.count("step");
    steps = from.count("steps");
    losses = new LossTotals(tasks);
    losses.resume(from.part("losses"));
    rows = (int) from.count("rows");
    rate = from.number("rate");
    secondsBefore = from.number("seconds");
    ticking = false;
  }
}
