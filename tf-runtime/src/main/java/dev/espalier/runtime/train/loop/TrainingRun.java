package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.checkpoint.Checkpoint;
import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.step.BalanceTotals;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.step.SessionMemory;
import dev.espalier.runtime.step.Stepping;
import dev.espalier.runtime.step.SteppingMemory;
import dev.espalier.runtime.step.SteppingOptions;
import dev.espalier.runtime.train.course.RunRates;
import dev.espalier.runtime.train.course.TaskStopping;
import dev.espalier.runtime.train.course.TrainedTasks;
import dev.espalier.runtime.train.guard.GoingBack;
import dev.espalier.runtime.train.guard.LastGood;
import dev.espalier.runtime.train.guard.StepGuard;
import dev.espalier.runtime.train.kept.RunMemory;
import dev.espalier.runtime.train.kept.RunSelection;
import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.RunEnd;
import dev.espalier.runtime.train.run.TrainingListener;
import dev.espalier.runtime.train.run.TrainingListener.RunResumed;
import dev.espalier.runtime.train.run.TrainingListener.RunStart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: epochs of steps over batches, from its beginning or from where it was left. */
public final class TrainingRun {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

  private final ModelSession session;
  private final RunData data;
  private final TrainingOptions options;
  private final List<Task> tasks;
  private final double[] lossWeights;
  private final TrainedTasks trained;
  private final TaskStopping stopping;
  private final BalanceTotals balance;
  private final Stepping stepping;
  private final StepGuard guard;
  private final RunRates rates;
  private final RunLimits limits;
  private final RunWalk walk;
  private final RunProgress progress;
  private final RunReports reports = new RunReports();
  private final Optional<RunSelection> selection;
  private final RunListeners listeners;
  private final RunMemory memory;
  private final RunEpochs epochs;
  private final EpochEnds ends;

  /**
   * A run.
   *
   * @param told of what happens, in this order
   * @param check called before each step; what it throws ends the run
   * @param lastGood makes what goes back to earlier weights when the run fails
   */
  public TrainingRun(
      ModelSession session,
      RunData data,
      TrainingOptions options,
      List<TrainingListener> told,
      Runnable check,
      BiFunction<ModelSession, Stepping, LastGood> lastGood) {
    this.session = session;
    this.data = data;
    this.options = options;
    this.tasks = session.preprocessing().info().tasks();
    this.lossWeights = options.lossWeights(tasks);
    this.listeners = new RunListeners(told);
    this.trained = new TrainedTasks(tasks, lossWeights, options.tasks());
    this.stopping = new TaskStopping(session, tasks, trained, options.tasks());
    this.balance = new BalanceTotals(tasks.size());
    this.stepping = Stepping.of(session, stepping(options, lossWeights), balance);
    this.guard =
        new StepGuard(
            lastGood.apply(session, stepping),
            options.running().nonFinite(),
            tasks,
            data.rows(),
            report -> listeners.tell(listener -> listener.stepNotFinite(report)));
    this.rates = new RunRates(options, data.epochs().length(tasks, options), tasks, lossWeights);
    this.walk = new RunWalk(data.epochs());
    this.progress = new RunProgress(tasks.size());
    this.selection = options.running().best().map(best -> new RunSelection(session, tasks, best));
    this.limits = new RunLimits(options, trained, selection, progress);
    this.memory =
        new RunMemory(
            parts(), report -> listeners.tell(listener -> listener.checkpointWritten(report)));
    RunValidations validations =
        new RunValidations(
            data.validation(),
            options.running().validationSteps(),
            progress,
            rates,
            selection,
            memory,
            listeners);
    RunSteps steps =
        new RunSteps(
            session,
            options.schedule(),
            rates,
            trained,
            lossWeights,
            stepsPerEpoch(),
            stepping,
            guard);
    this.epochs =
        new RunEpochs(walk, steps, progress, limits, validations, memory, listeners, check);
    this.ends = new EpochEnds(progress, balance, validations, stopping, reports, listeners);
  }

  private static SteppingOptions stepping(TrainingOptions options, double[] lossWeights) {
    return new SteppingOptions(
        options.balancing().orElseGet(Balancing::fixedWeights),
        lossWeights,
        options.gradientsEvery(),
        options.schedule().epochs(),
        options.schedule().seed());
  }

  /** Of an epoch in which all tasks are trained. */
  private int stepsPerEpoch() {
    return data.epochs().steps(trained.ever());
  }

  /** All that remembers something. */
  private Map<String, Resumable> parts() {
    Map<String, Resumable> all = new LinkedHashMap<>();
    all.put("session", new SessionMemory(session));
    all.put("method", new SteppingMemory(stepping.memory()));
    all.put("progress", progress);
    all.put("balance", balance);
    all.put("walk", walk);
    all.put("trained", trained);
    all.put("stopping", stopping);
    all.put("recovery", guard);
    all.put("rate schedule", rates);
    all.put("reports", reports);
    selection.ifPresent(part -> all.put("selection", part));
    return all;
  }

  /** What it remembers, and where checkpoints of it are written. */
  public RunMemory memory() {
    return memory;
  }

  /** Asks for an end after the step that is under way; any thread may. */
  public void stop() {
    limits.stop();
  }

  /** Trains. */
  public History run() {
    try {
      start();
      Optional<RunEnd> end = reports.end();
      if (options.running().goesBack() && !memory.goesOn()) {
        write();
      }
      while (end.isEmpty()) {
        try {
          end = next();
        } catch (GoingBack e) {
          goBack();
        }
      }
      History history = end(end.get());
      listeners.tell(listener -> listener.runEnded(history));
      return history;
    } catch (RuntimeException e) {
      listeners.tellFailure(e);
      throw e;
    }
  }

  private void start() {
    session.resetOptimizer();
    RunStart start = new LiveRun(session, options, data).start(stepsPerEpoch());
    LOG.info(
        "{}: {} rows, labels {}, {} parameters",
        start.model(),
        start.rows(),
        start.labels(),
        start.parameters());
    listeners.tell(listener -> listener.runStarted(start));
    resume();
    limits.begin();
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

  /** An epoch, if there is one left and nothing ends the run before it. */
  private Optional<RunEnd> next() {
    Optional<RunEnd> end = limits.beforeEpoch();
    BitSet trainedNow = trained.in(progress.epoch());
    // All that have joined may have stopped while others are still to join.
    if (end.isEmpty() && !trainedNow.isEmpty()) {
      session.moveTo(progress.epoch());
      end = epochs.walk(trainedNow);
      if (end.isEmpty()) {
        endEpoch(trainedNow);
      }
    }
    if (end.isEmpty()) {
      progress.nextEpoch();
      walk.epochEnded();
      memory.writeBest(progress.epoch(), progress.steps());
      memory.writeAfterEpoch(progress.epoch(), progress.steps());
    }
    return end;
  }

  private void endEpoch(BitSet trainedNow) {
    int epoch = progress.epoch();
    guard.requireFinite(epoch, progress.step(), progress.steps());
    double[] weighted = new double[tasks.size()];
    Arrays.setAll(weighted, task -> lossWeights[task] * progress.losses().mean(task));
    stepping.epochEnded(epoch, weighted);
    ends.end(trainedNow);
  }

  private History end(RunEnd end) {
    List<EpochReport> all = reports.epochs();
    if (end.isForGood()) {
      if (reports.end().isEmpty()) {
        ends.part().ifPresent(reports::add);
        selection.ifPresent(RunSelection::restore);
        reports.end(end);
        write();
      }
    } else {
      if (limits.anyStep()) {
        write();
      } else {
        LOG.warn("The run took no step after step {}: {}", progress.steps(), end);
      }
      all = new ArrayList<>(all);
      ends.part().ifPresent(all::add);
      selection.ifPresent(RunSelection::restore);
    }
    return new History(
        tasks.stream().map(Task::name).toList(), all, end, selection.flatMap(RunSelection::best));
  }

  private void write() {
    memory.write(progress.epoch(), progress.steps());
  }

  /** Goes back to the last checkpoint, and remembers of the time since then only that it did. */
  private void goBack() {
    RunState now = new RunState();
    guard.keep(now);
    Checkpoint last = memory.last();
    session.assign(last.model().values());
    memory.goBackTo(last);
    guard.resume(now);
    guard.wentBack();
    RunResumed place = place();
    LOG.warn("Back after step {} of epoch {}", place.step(), place.epoch());
    listeners.tell(listener -> listener.runWentBack(place));
  }
}
