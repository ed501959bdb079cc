package dev.espalier.runtime.train.kept;

import dev.espalier.runtime.checkpoint.Checkpoint;
import dev.espalier.runtime.checkpoint.CheckpointFolder;
import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.file.SavedModel;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.train.option.Checkpoints;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the checkpoints of a run when they are due. */
final class RunCheckpoints implements Resumable {
  private static final Logger LOG = LoggerFactory.getLogger(RunCheckpoints.class);

  private final Checkpoints options;
  private final CheckpointFolder folder;
  private final Supplier<Optional<SavedModel>> model;
  private final Optional<BestSoFar> best;
  private boolean bestDue;
  private long last = System.nanoTime();

  /**
   * Those of a run.
   *
   * @param model the model as it is now; empty when something of it is not finite
   */
  RunCheckpoints(Checkpoints options, List<Task> tasks, Supplier<Optional<SavedModel>> model) {
    this.options = options;
    this.folder = new CheckpointFolder(options.folder());
    this.model = model;
    this.best = options.best().map(score -> new BestSoFar(score.over(tasks), 0));
    folder.open();
  }

  /**
   * The model was validated; what is written next is the best one if this was the best.
   *
   * @param epoch in which, or after which, it was
   * @param steps of the run that were taken
   */
  void validated(Evaluation found, int epoch, long steps) {
    bestDue = best.isPresent() && best.get().isImprovedBy(found, epoch, steps);
  }

  /** Writes the best one if it is due. */
  Optional<Path> best(Consumer<RunState> run) {
    boolean due = bestDue;
    bestDue = false;
    return due ? checkpoint(run).map(folder::writeBest) : Optional.empty();
  }

  /** Writes one after a step if it is due; returns its file. */
  Optional<Path> afterStep(long steps, Consumer<RunState> run) {
    Duration since = Duration.ofNanos(System.nanoTime() - last);
    return options.dueAfterStep(steps, since) ? write(steps, run) : Optional.empty();
  }

  /** Writes one after an epoch if it is due. */
  Optional<Path> afterEpoch(int epoch, long steps, Consumer<RunState> run) {
    return options.dueAfterEpoch(epoch) ? write(steps, run) : Optional.empty();
  }

  /** Writes one. */
  Optional<Path> write(long steps, Consumer<RunState> run) {
    Optional<Path> file = checkpoint(run).map(written -> folder.write(steps, written));
    file.ifPresent(there -> folder.keepLast(options.last(), steps));
    last = System.nanoTime();
    return file;
  }

  /** The newest that is there. */
  Checkpoint newest() {
    return folder.requireNewest();
  }

  private Optional<Checkpoint> checkpoint(Consumer<RunState> run) {
    Optional<SavedModel> now = model.get();
    if (now.isEmpty()) {
      LOG.warn("A checkpoint was not written: the model holds a weight that is not finite.");
      return Optional.empty();
    }
    RunState state = new RunState();
    run.accept(state);
    return Optional.of(new Checkpoint(now.get(), state));
  }

  @Override
  public void keep(RunState to) {
    best.ifPresent(kept -> to.put("best", kept));
  }

  @Override
  public void resume(RunState from) {
    if (from.has("best")) {
      best.ifPresent(kept -> kept.resume(from.part("best")));
    }
  }
}
