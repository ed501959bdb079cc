package dev.espalier.runtime.train;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.data.Batch;
import dev.espalier.runtime.data.Batches;
import dev.espalier.runtime.data.EncodedRows;
import dev.espalier.runtime.data.Prefetcher;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.step.BalanceTotals;
import dev.espalier.runtime.step.LossTotals;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.step.StepInputs;
import dev.espalier.runtime.step.Stepping;
import dev.espalier.runtime.step.SteppingOptions;
import dev.espalier.runtime.train.TrainerOptions.Schedule;
import dev.espalier.runtime.train.TrainingListener.RunStart;
import dev.espalier.runtime.train.TrainingListener.StepReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: epochs of steps over batches. */
final class TrainingRun {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

  private final ModelSession session;
  private final EncodedRows rows;
  private final TrainerOptions options;
  private final Schedule schedule;
  private final int stepsPerEpoch;
  private final List<Task> tasks;
  private final EpochBatches epochs;
  private final TrainedTasks trained;
  private final TaskStopping stopping;
  private final Runnable check;
  private final double[] lossWeights;
  private final BalanceTotals balance;
  private final Stepping stepping;
  private final LastGood lastGood;
  private long steps;
  private double rate;

  /**
   * A run over one data set.
   *
   * @param check called before each step; what it throws ends the run
   */
  TrainingRun(ModelSession session, EncodedRows rows, TrainerOptions options, Runnable check) {
    this(session, rows, wholeSet(session, rows, options), options, check, LastGood::new);
  }

  private static EpochBatches wholeSet(
      ModelSession session, EncodedRows rows, TrainerOptions options) {
    Resampling resampling = Resampling.of(session.preprocessing().info().tasks(), options);
    return new Examples.WholeSet(rows, options.schedule(), resampling);
  }

  /**
   * A run.
   *
   * @param epochs its batches
   * @param lastGood makes what goes back to earlier weights when the run fails
   */
  TrainingRun(
      ModelSession session,
      EncodedRows rows,
      EpochBatches epochs,
      TrainerOptions options,
      Runnable check,
      BiFunction<ModelSession, Stepping, LastGood> lastGood) {
    this.session = session;
    this.rows = rows;
    this.options = options;
    this.schedule = options.schedule();
    this.tasks = session.preprocessing().info().tasks();
    this.check = check;
    this.lossWeights = lossWeights(tasks, options);
    this.trained = new TrainedTasks(tasks, lossWeights, options.tasks());
    this.stopping = new TaskStopping(session, tasks, trained, options.tasks());
    this.epochs = epochs;
    this.stepsPerEpoch = epochs.steps(trained.ever());
    this.balance = new BalanceTotals(tasks.size());
    this.stepping = Stepping.of(session, stepping(options, lossWeights), balance);
    this.lastGood = lastGood.apply(session, stepping);
  }

  private static SteppingOptions stepping(TrainerOptions options, double[] lossWeights) {
    return new SteppingOptions(
        options.balancing().orElseGet(Balancing::fixedWeights),
        lossWeights,
        options.gradientsEvery(),
        options.schedule().epochs(),
        options.schedule().seed());
  }

  /** Trains; {@code validation} is evaluated after every epoch. */
  History run(Optional<Validation> validation) {
    session.resetOptimizer();
    start(validation);
    List<EpochReport> reports = new ArrayList<>();
    for (int epoch = 1; epoch <= schedule.epochs() && !trained.allStopped(); epoch++) {
      // All that have joined may have stopped while others are still to join.
      if (!trained.in(epoch).isEmpty()) {
        reports.add(reported(epoch(epoch, trained.in(epoch), validation)));
      }
    }
    History history = new History(tasks.stream().map(Task::name).toList(), reports);
    options.listeners().forEach(listener -> listener.runEnded(history));
    return history;
  }

  private EpochReport reported(EpochReport report) {
    LOG.debug("Epoch {}: losses {}", report.epoch(), report.losses());
    report.stopped().forEach(stop -> LOG.info("{}", stop));
    options.listeners().forEach(listener -> listener.epochEnded(report));
    return report;
  }

  /** Refuses options that no run could follow. */
  static void requirePossible(List<Task> tasks, TrainerOptions options) {
    double[] weights = lossWeights(tasks, options);
    TrainedTasks.require(tasks, weights, options.tasks(), options.schedule().epochs());
    TaskStopping.require(tasks, weights, options.tasks());
  }

  /** Refuses a validation set that tasks can't be judged by which are to be. */
  static void requireJudgeable(
      Optional<EncodedRows> validation, List<Task> tasks, TrainerOptions options) {
    TrainedTasks trained = new TrainedTasks(tasks, lossWeights(tasks, options), options.tasks());
    TaskStopping.require(tasks, trained.ever(), options.tasks(), validation);
  }

  /** Refuses what can't be trained on, before anything is made for it. */
  static void requireTrainable(EncodedRows rows, List<Task> tasks, TrainerOptions options) {
    double[] weights = lossWeights(tasks, options);
    if (Arrays.stream(weights).noneMatch(weight -> weight > 0)) {
      throw new TrainingException("Every task has loss weight 0: there is nothing to train.");
    }
    Batches.requireOne(rows, options.schedule().batchSize());
    for (int task = 0; task < tasks.size(); task++) {
      if (weights[task] > 0 && rows.labels(task) == 0) {
        throw new DataException(
            "The training set (%s, %d rows) has no label of task `%s`. Expected at least one, or loss weight 0 for the task."
                .formatted(rows.name(), rows.size(), tasks.get(task).name()));
      }
      if (weights[task] > 0 && !rows.hasWeight(task)) {
        throw new DataException(
            "The training set (%s, %d rows) has labels of task `%s`, and the row weights of all of them are 0. Expected one above 0, or loss weight 0 for the task."
                .formatted(rows.name(), rows.size(), tasks.get(task).name()));
      }
    }
  }

  /** The tasks' factors in the objective, before any balancing. */
  static double[] lossWeights(List<Task> tasks, TrainerOptions options) {
    return tasks.stream()
        .mapToDouble(task -> options.lossWeights().getOrDefault(task.name(), task.lossWeight()))
        .toArray();
  }

  private void start(Optional<Validation> validation) {
    List<VariableSpec> learnable = session.training().learnable();
    RunStart start =
        new RunStart(
            session.training().info().name(),
            tasks.stream().map(Task::name).toList(),
            IntStream.range(0, tasks.size()).mapToObj(rows::labels).toList(),
            rows.size(),
            schedule.epochs(),
            stepsPerEpoch,
            learnable.stream().mapToLong(VariableSpec::size).sum(),
            new LiveRun(session, options, validation));
    LOG.info(
        "{}: {} rows, labels {}, {} parameters",
        start.model(),
        start.rows(),
        start.labels(),
        start.parameters());
    options.listeners().forEach(listener -> listener.runStarted(start));
  }

  private EpochReport epoch(int epoch, BitSet trainedNow, Optional<Validation> validation) {
    long begin = System.nanoTime();
    LossTotals losses = new LossTotals(tasks.size());
    Batches batches = epochs.next(epoch, trainedNow);
    int step = 0;
    int seen = 0;
    try (Prefetcher ahead = new Prefetcher(batches)) {
      while (ahead.hasNext()) {
        check.run();
        try (Batch batch = ahead.next()) {
          Place place = new Place(epoch, ++step, batches.count());
          step(place, trainedNow, batch, losses);
          seen += batch.size();
          report(place, batch.size(), losses, seen / seconds(begin));
        }
      }
    }
    double seconds = seconds(begin);
    lastGood.requireFinite(epoch);
    double[] weighted = new double[tasks.size()];
    Arrays.setAll(weighted, task -> lossWeights[task] * losses.mean(task));
    stepping.epochEnded(epoch, weighted);
    long trainedAt = System.nanoTime();
    Optional<Evaluation> found = validation.map(Validation::evaluate);
    double validating = found.isPresent() ? seconds(trainedAt) : 0;
    return new EpochReport(
        epoch,
        IntStream.range(0, tasks.size()).mapToObj(losses::mean).toList(),
        balance.report(),
        found,
        stopping.judge(epoch, trainedNow, found, () -> validation.orElseThrow().evaluate()),
        seen,
        seen / seconds,
        1e3 * seconds / step,
        rate,
        validating);
  }

  /** Where in the run a step is. */
  private record Place(int epoch, int step, int steps) {

    /** The part of the epoch that is over with this step. */
    double part() {
      return (double) step / steps;
    }
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private void report(Place place, int size, LossTotals losses, double perSecond) {
    if (!options.listeners().isEmpty()) {
      StepReport report =
          new StepReport(
              place.epoch(), place.step(), place.steps(), size, losses.last(), rate, perSecond);
      options.listeners().forEach(listener -> listener.stepEnded(report));
    }
  }

  /**
   * The tasks of a batch's step: those that are trained and have labels in it. Each set of tasks
   * has operations of its own; should there be very many sets, further ones become the set of all
   * that are trained, where gradients of those without labels are exactly 0, though an optimizer's
   * momentum moves them on.
   */
  private BitSet taking(Batch batch, BitSet trainedNow) {
    BitSet taking = batch.tasks();
    taking.and(trainedNow);
    return taking.isEmpty() || session.training().offers(taking) ? taking : trainedNow;
  }

  /**
   * The rate of a step, where the schedule has it: an epoch that is shorter, because tasks have not
   * joined or have stopped, takes as much of the schedule as any.
   */
  private double learningRate(Place place) {
    double rate = schedule.learningRate().orElse(session.training().optimizer().learningRate());
    long before = (long) stepsPerEpoch * (place.epoch() - 1);
    long now = before + (long) Math.ceil(place.part() * stepsPerEpoch - 1e-9);
    long ofRun = (long) stepsPerEpoch * schedule.epochs();
    return rate * schedule.rateSchedule().factor(now, ofRun);
  }

  private void step(Place place, BitSet trainedNow, Batch batch, LossTotals losses) {
    BitSet taking = taking(batch, trainedNow);
    steps++;
    if (taking.isEmpty()) {
      losses.addNone();
      return;
    }
    lastGood.beforeStep();
    rate = learningRate(place);
    double[] ramped = trained.ramped(lossWeights, place.epoch(), place.part());
    StepInputs inputs =
        stepping.weighed(new StepInputs(schedule.seed(), steps, ramped, rate), taking);
    try {
      stepping.step(place.epoch(), taking, batch, inputs, losses);
    } catch (RuntimeException e) {
      String where = "epoch " + place.epoch() + ", step " + place.step();
      throw lastGood.failed(e, taking, batch, inputs, where);
    }
    session.training().rates().stepped(taking);
    lastGood.afterStep();
  }
}
