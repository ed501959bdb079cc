package dev.espalier.runtime.train;

import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.checkpoint.Checkpoint;
import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.batch.Prefetcher;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.optimize.RunLength;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.step.BalanceTotals;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.step.SessionMemory;
import dev.espalier.runtime.step.Stepping;
import dev.espalier.runtime.step.SteppingMemory;
import dev.espalier.runtime.step.SteppingOptions;
import dev.espalier.runtime.train.RunSteps.Place;
import dev.espalier.runtime.train.TrainerOptions.Schedule;
import dev.espalier.runtime.train.TrainingListener.RunResumed;
import dev.espalier.runtime.train.TrainingListener.RunStart;
import dev.espalier.runtime.train.TrainingListener.StepReport;
import dev.espalier.runtime.train.TrainingListener.ValidationReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: epochs of steps over batches, from its beginning or from where it was left. */
final class TrainingRun {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

  private final ModelSession session;
  private final EncodedRows rows;
  private final TrainerOptions options;
  private final Schedule schedule;
  private final int stepsPerEpoch;
  private final List<Task> tasks;
  private final TrainedTasks trained;
  private final TaskStopping stopping;
  private final Runnable check;
  private final double[] lossWeights;
  private final BalanceTotals balance;
  private final Stepping stepping;
  private final StepGuard guard;
  private final RunSteps steps;
  private final RunRates rates;
  private final RunLimits limits;
  private final RunWalk walk;
  private final RunProgress progress;
  private final RunReports reports = new RunReports();
  private final Optional<RunSelection> selection;
  private final RunListeners listeners;
  private final RunMemory memory;
  private long stepsBefore;

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
    this.listeners = new RunListeners(options.listeners());
    this.schedule = options.schedule();
    this.tasks = session.preprocessing().info().tasks();
    this.check = check;
    this.lossWeights = lossWeights(tasks, options);
    this.trained = new TrainedTasks(tasks, lossWeights, options.tasks());
    this.stopping = new TaskStopping(session, tasks, trained, options.tasks());
    this.stepsPerEpoch = epochs.steps(trained.ever());
    this.balance = new BalanceTotals(tasks.size());
    this.stepping = Stepping.of(session, stepping(options, lossWeights), balance);
    this.guard =
        new StepGuard(
            lastGood.apply(session, stepping),
            new Recovery(options.running().nonFinite()),
            tasks,
            rows,
            report -> listeners.tell(listener -> listener.stepNotFinite(report)));
    RunLength length = length(epochs, tasks, options);
    this.rates = new RunRates(options, length, tasks, lossWeights);
    this.steps =
        new RunSteps(
            session, schedule, rates, trained, lossWeights, stepsPerEpoch, stepping, guard);
    this.limits = new RunLimits(options.running());
    this.walk = new RunWalk(epochs);
    this.progress = new RunProgress(tasks.size());
    this.selection = options.running().best().map(best -> new RunSelection(session, tasks, best));
    this.memory = new RunMemory(new RunParts(parts()), progress, listeners);
  }

  private Map<String, Resumable> parts() {
    Map<String, Resumable> all = new LinkedHashMap<>();
    all.put("session", new SessionMemory(session));
    all.put("method", new SteppingMemory(stepping.memory()));
    all.put("progress", progress);
    all.put("balance", balance);
    all.put("walk", walk);
    all.put("trained", trained);
    all.put("stopping", stopping);
    all.put("recovery", guard.recovery());
    all.put("rate schedule", rates);
    all.put("reports", reports);
    selection.ifPresent(part -> all.put("selection", part));
    return all;
  }

  private static SteppingOptions stepping(TrainerOptions options, double[] lossWeights) {
    return new SteppingOptions(
        options.balancing().orElseGet(Balancing::fixedWeights),
        lossWeights,
        options.gradientsEvery(),
        options.schedule().epochs(),
        options.schedule().seed());
  }

  /** What it remembers, and where checkpoints of it are written. */
  RunMemory memory() {
    return memory;
  }

  /** Asks for an end after the step that is under way; any thread may. */
  void stop() {
    limits.stop();
  }

  /** Trains; {@code validation} is evaluated after every epoch. */
  History run(Optional<Validation> validation) {
    try {
      start(validation);
      Optional<RunEnd> end = reports.end();
      if (options.running().goesBack() && !memory.goesOn()) {
        memory.write((to, run) -> to.write(progress.steps(), run));
      }
      while (end.isEmpty()) {
        try {
          end = next(validation);
        } catch (GoingBack e) {
          goBack();
        }
      }
      History history = end(end.get(), validation);
      listeners.tell(listener -> listener.runEnded(history));
      return history;
    } catch (RuntimeException e) {
      listeners.tellFailure(e);
      throw e;
    }
  }

  private History end(RunEnd end, Optional<Validation> validation) {
    List<EpochReport> epochs = reports.epochs();
    if (end.isForGood()) {
      if (reports.end().isEmpty()) {
        reportPart(validation).ifPresent(reports::add);
        selection.ifPresent(RunSelection::restore);
        reports.end(end);
        memory.write((to, run) -> to.write(progress.steps(), run));
      }
    } else {
      if (progress.steps() > stepsBefore) {
        memory.write((to, run) -> to.write(progress.steps(), run));
      } else {
        LOG.warn("The run took no step after step {}: {}", progress.steps(), end);
      }
      epochs = new ArrayList<>(epochs);
      reportPart(validation).ifPresent(epochs::add);
      selection.ifPresent(RunSelection::restore);
    }
    return new History(
        tasks.stream().map(Task::name).toList(),
        epochs,
        end,
        selection.flatMap(RunSelection::best));
  }

  /** The report of an epoch that has not come to its end. */
  private Optional<EpochReport> reportPart(Optional<Validation> validation) {
    if (!progress.inEpoch()) {
      return Optional.empty();
    }
    long begin = System.nanoTime();
    Optional<Evaluation> found = validation.map(Validation::evaluate);
    double seconds = found.isPresent() ? seconds(begin) : 0;
    return Optional.of(progress.report(balance.report(), found, seconds, List.of()));
  }

  /** An epoch, if there is one left and nothing ends the run before it. */
  private Optional<RunEnd> next(Optional<Validation> validation) {
    if (trained.allStopped()) {
      return Optional.of(RunEnd.ALL_TASKS_STOPPED);
    }
    if (progress.epoch() > schedule.epochs()) {
      return Optional.of(RunEnd.ALL_EPOCHS);
    }
    Optional<RunEnd> end = reachedEnd();
    BitSet trainedNow = trained.in(progress.epoch());
    // All that have joined may have stopped while others are still to join.
    if (end.isEmpty() && !trainedNow.isEmpty()) {
      end = steps(trainedNow, validation);
      if (end.isEmpty()) {
        endEpoch(trainedNow, validation);
      }
    }
    if (end.isEmpty()) {
      progress.nextEpoch();
      walk.epochEnded();
      memory.write(RunCheckpoints::best);
      memory.write((to, run) -> to.afterEpoch(progress, run));
    }
    return end;
  }

  private Optional<RunEnd> reachedEnd() {
    return selection.flatMap(RunSelection::end).or(() -> limits.reached(progress));
  }

  /** The tasks' factors in the objective, before any balancing. */
  static double[] lossWeights(List<Task> tasks, TrainerOptions options) {
    return tasks.stream()
        .mapToDouble(task -> options.lossWeights().getOrDefault(task.name(), task.lossWeight()))
        .toArray();
  }

  /** How long a run is that comes to its end. */
  static RunLength length(EpochBatches epochs, List<Task> tasks, TrainerOptions options) {
    TrainedTasks trained = new TrainedTasks(tasks, lossWeights(tasks, options), options.tasks());
    int stepsPerEpoch = epochs.steps(trained.ever());
    return new RunLength((long) stepsPerEpoch * options.schedule().epochs(), stepsPerEpoch);
  }

  private void start(Optional<Validation> validation) {
    session.resetOptimizer();
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
            new LiveRun(session, options, rows, validation));
    LOG.info(
        "{}: {} rows, labels {}, {} parameters",
        start.model(),
        start.rows(),
        start.labels(),
        start.parameters());
    listeners.tell(listener -> listener.runStarted(start));
    resume();
    stepsBefore = progress.steps();
    limits.begin(progress);
  }

  private void resume() {
    if (memory.goesOn()) {
      memory.resume();
      RunResumed place = place();
      LOG.info("Goes on after step {} of epoch {}", place.step(), place.epoch());
      listeners.tell(listener -> listener.runResumed(place));
    }
  }

  private RunResumed place() {
    return new RunResumed(progress.epoch(), progress.step(), progress.steps(), reports.epochs());
  }

  /** The steps of an epoch that are left; why the run ends among them, if it does. */
  private Optional<RunEnd> steps(BitSet trainedNow, Optional<Validation> validation) {
    session.moveTo(progress.epoch());
    listeners.tell(listener -> listener.epochStarted(progress.epoch()));
    Batches batches = walk.epoch(progress.epoch(), trainedNow);
    progress.startClock();
    try (Prefetcher ahead = new Prefetcher(batches, progress.step())) {
      while (ahead.hasNext()) {
        check.run();
        try (Batch batch = ahead.next()) {
          step(batches.count(), trainedNow, batch);
        }
        // After its last step, an epoch ends first.
        if (ahead.hasNext()) {
          progress.stopClock();
          validateBetween(validation);
          Optional<RunEnd> end = reachedEnd();
          if (end.isPresent()) {
            return end;
          }
        }
        memory.write((to, run) -> to.afterStep(progress, run));
        progress.startClock();
      }
    } finally {
      progress.stopClock();
    }
    return Optional.empty();
  }

  private void validateBetween(Optional<Validation> validation) {
    int every = options.running().validationSteps();
    if (every > 0 && progress.steps() % every == 0) {
      validated(validation.orElseThrow().evaluate());
      memory.write(RunCheckpoints::best);
    }
  }

  private void validated(Evaluation found) {
    rates.validated(found);
    selection.ifPresent(best -> best.judge(found, progress));
    memory.validated(found);
    ValidationReport report =
        new ValidationReport(progress.epoch(), progress.step(), progress.steps(), found);
    listeners.tell(listener -> listener.validationEnded(report));
  }

  private void step(int stepsOfEpoch, BitSet trainedNow, Batch batch) {
    progress.beginStep();
    Place place = new Place(progress.epoch(), progress.step(), stepsOfEpoch, progress.steps());
    steps.take(place, trainedNow, batch, progress.losses());
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

  private void endEpoch(BitSet trainedNow, Optional<Validation> validation) {
    int epoch = progress.epoch();
    guard.requireFinite(progress);
    double[] weighted = new double[tasks.size()];
    Arrays.setAll(weighted, task -> lossWeights[task] * progress.losses().mean(task));
    stepping.epochEnded(epoch, weighted);
    long begin = System.nanoTime();
    Optional<Evaluation> found = validation.map(Validation::evaluate);
    double seconds = found.isPresent() ? seconds(begin) : 0;
    found.ifPresent(this::validated);
    EpochReport report =
        progress.report(
            balance.report(),
            found,
            seconds,
            stopping.judge(epoch, trainedNow, found, () -> validation.orElseThrow().evaluate()));
    reports.add(report);
    LOG.debug("Epoch {}: losses {}", epoch, report.losses());
    report.stopped().forEach(stop -> LOG.info("{}", stop));
    listeners.tell(listener -> listener.epochEnded(report));
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Goes back to the last checkpoint, and remembers of the time since then only that it did. */
  private void goBack() {
    RunState now = new RunState();
    guard.recovery().keep(now);
    Checkpoint last = memory.last();
    session.assign(last.model().values());
    memory.goBackTo(last);
    guard.recovery().resume(now);
    guard.lastGood().forget();
    RunResumed place = place();
    LOG.warn("Back after step {} of epoch {}", place.step(), place.epoch());
    listeners.tell(listener -> listener.runWentBack(place));
  }
}
