package dev.espalier.runtime.train;

import dev.espalier.runtime.checkpoint.Checkpoint;
import dev.espalier.runtime.checkpoint.CheckpointFile;
import dev.espalier.runtime.checkpoint.CheckpointFolder;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.step.EvaluationPass;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.train.guard.LastGood;
import dev.espalier.runtime.train.loop.RunData;
import dev.espalier.runtime.train.loop.RunRequirements;
import dev.espalier.runtime.train.loop.TrainingRun;
import dev.espalier.runtime.train.loop.Validation;
import dev.espalier.runtime.train.model.HeldModel;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.train.rows.EpochBatches;
import dev.espalier.runtime.train.rows.Examples;
import dev.espalier.runtime.train.rows.Resampling;
import dev.espalier.runtime.train.rows.RowsInUse;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import dev.espalier.runtime.train.terms.RunTerms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The runs of a trainer: begins them, from the beginning or from where one was left, and ends them
 * when they are asked to.
 */
final class TrainerRuns<E> {
  private final GeneratedModel<E, ?, ?> model;
  private final List<Task> tasks;
  private final TrainingOptions options;
  private final List<TrainingListener> listeners;
  private final HeldModel<E, ?, ?> held;
  private final RowsInUse<E> rowsInUse;
  private final Runnable check;
  private Optional<RunState> before = Optional.empty();
  private volatile Optional<TrainingRun> running = Optional.empty();
  private volatile boolean stopAsked;

  /**
   * None yet.
   *
   * @param options with what the model says where the builder says nothing
   * @param check called often; what it throws ends a run
   */
  TrainerRuns(
      GeneratedModel<E, ?, ?> model,
      TrainingOptions options,
      List<TrainingListener> listeners,
      HeldModel<E, ?, ?> held,
      RowsInUse<E> rowsInUse,
      Runnable check) {
    this.model = model;
    this.tasks = model.codec().info().tasks();
    this.options = options;
    this.listeners = listeners;
    this.held = held;
    this.rowsInUse = rowsInUse;
    this.check = check;
  }

  /** A run, to its end. */
  History run(Examples<E> train, Optional<Examples<E>> validation) {
    stopAsked = false;
    train.requireFit(options);
    if (before.isEmpty()) {
      options.running().checkpoints().ifPresent(this::begin);
    }
    RawColumns raw = rowsInUse.read(train);
    Preprocessing preprocessing =
        held.preprocessing().orElseGet(() -> Preprocessing.fit(model.codec().info(), raw));
    EncodedRows rows = rowsInUse.encode(preprocessing, raw);
    RunRequirements.requireTrainable(rows, tasks, options);
    EpochBatches batches = train.batches(rows, options.schedule(), Resampling.of(tasks, options));
    Optional<EncodedRows> judged = validation.map(set -> rowsInUse.readJudged(set, preprocessing));
    RunRequirements.requireJudgeable(judged, tasks, options);
    Optional<RunTerms> terms =
        before.isPresent() || options.running().checkpoints().isPresent()
            ? Optional.of(RunTerms.of(model, options, rows, batches, judged))
            : Optional.empty();
    before.ifPresent(state -> terms.orElseThrow().requireSame(state));
    ModelSession session = held.orNew(preprocessing);
    Optional<Validation> validated =
        judged.map(set -> new Validation(() -> new EvaluationPass(session, set, check)));
    TrainingRun run =
        new TrainingRun(
            session,
            new RunData(rows, batches, validated),
            options,
            listeners,
            check,
            LastGood::new);
    options
        .running()
        .checkpoints()
        .ifPresent(to -> run.memory().writeTo(to, tasks, held.snapshots(), terms.orElseThrow()));
    before.ifPresent(run.memory()::goOn);
    before = Optional.empty();
    return finish(run);
  }

  /** A run begins that was not asked to be gone on with. */
  private void begin(Checkpoints options) {
    CheckpointFolder folder = new CheckpointFolder(options.folder());
    if (options.resuming()) {
      folder.newest().ifPresent(newest -> take(options.folder(), newest));
    } else {
      folder.requireNone();
    }
  }

  /** Takes a run to its end, while whoever asks for one is heard. */
  private History finish(TrainingRun run) {
    running = Optional.of(run);
    if (stopAsked) {
      run.stop();
    }
    Optional<ShutdownStop> shutdown =
        options.running().stoppingOnInterrupt()
            ? Optional.of(new ShutdownStop(run::stop))
            : Optional.empty();
    try {
      return run.run();
    } finally {
      running = Optional.empty();
      shutdown.ifPresent(ShutdownStop::close);
    }
  }

  /** Takes over the model of a file, with which the next run begins. */
  void load(Path file) {
    held.load(file);
    before = Optional.empty();
  }

  /**
   * Takes over the model of a checkpoint, whose run the next one goes on with.
   *
   * @param path of a checkpoint, or of a folder
   */
  void resume(Path path) {
    take(
        path,
        Files.isDirectory(path)
            ? new CheckpointFolder(path).requireNewest()
            : CheckpointFile.read(path));
  }

  private void take(Path path, Checkpoint checkpoint) {
    held.load(path, checkpoint.model());
    before = Optional.of(checkpoint.run());
  }

  /** Asks the run that is under way, if there is one, to end; any thread may. */
  void stop() {
    stopAsked = true;
    running.ifPresent(TrainingRun::stop);
  }
}
