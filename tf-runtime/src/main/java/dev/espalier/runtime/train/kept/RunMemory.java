package dev.espalier.runtime.train.kept;

import dev.espalier.runtime.checkpoint.Checkpoint;
import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.file.SavedModel;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.run.TrainingListener.CheckpointReport;
import dev.espalier.runtime.train.terms.RunTerms;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that a run remembers, on its way to checkpoints and back. */
public final class RunMemory {
  private static final Logger LOG = LoggerFactory.getLogger(RunMemory.class);
  private static final String PARTS = "parts";
  private static final String CHECKPOINTS = "checkpoints";

  private final RunParts parts;
  private final Consumer<CheckpointReport> told;
  private Optional<RunTerms> terms = Optional.empty();
  private Optional<RunCheckpoints> checkpoints = Optional.empty();
  private Optional<RunState> before = Optional.empty();

  /**
   * That of a run which writes no checkpoints unless it is told to.
   *
   * @param parts what remembers something, by name
   * @param told of each checkpoint
   */
  public RunMemory(Map<String, Resumable> parts, Consumer<CheckpointReport> told) {
    this.parts = new RunParts(parts);
    this.told = told;
  }

  /**
   * Checkpoints are written, and hold the terms of the run.
   *
   * @param model the model as it is now; empty when something of it is not finite
   */
  public void writeTo(
      Checkpoints options, List<Task> tasks, Supplier<Optional<SavedModel>> model, RunTerms ofRun) {
    checkpoints = Optional.of(new RunCheckpoints(options, tasks, model));
    terms = Optional.of(ofRun);
  }

  /** The run goes on from where one on the same terms was. */
  public void goOn(RunState from) {
    before = Optional.of(from);
  }

  /** Whether the run goes on with an earlier one. */
  public boolean goesOn() {
    return before.isPresent();
  }

  /**
   * Writes a checkpoint of this moment, if any are written.
   *
   * @param epoch that a run goes on with from it
   * @param steps of the run that were taken
   */
  public void write(int epoch, long steps) {
    write(epoch, steps, to -> to.write(steps, this::keep));
  }

  /** The same, if the last validation was the best. */
  public void writeBest(int epoch, long steps) {
    write(epoch, steps, to -> to.best(this::keep));
  }

  /** The same after a step, if one is due. */
  public void writeAfterStep(int epoch, long steps) {
    write(epoch, steps, to -> to.afterStep(steps, this::keep));
  }

  /** The same after the epoch before, if one is due. */
  public void writeAfterEpoch(int epoch, long steps) {
    write(epoch, steps, to -> to.afterEpoch(epoch - 1, steps, this::keep));
  }

  private void write(int epoch, long steps, Function<RunCheckpoints, Optional<Path>> writing) {
    checkpoints
        .flatMap(writing)
        .ifPresent(
            file -> {
              LOG.debug("Checkpoint {}", file);
              told.accept(new CheckpointReport(file, epoch, steps));
            });
  }

  private void keep(RunState to) {
    terms.orElseThrow().keep(to);
    to.put(PARTS, parts);
    to.put(CHECKPOINTS, checkpoints.orElseThrow());
  }

  /** All parts are where the earlier run was, if the run goes on with one. */
  public void resume() {
    before.ifPresent(
        from -> {
          parts.resume(from.part(PARTS));
          if (from.has(CHECKPOINTS)) {
            checkpoints.ifPresent(to -> to.resume(from.part(CHECKPOINTS)));
          }
        });
  }

  /** The last checkpoint. */
  public Checkpoint last() {
    return checkpoints.orElseThrow().newest();
  }

  /** All parts go back to where they were at a checkpoint. */
  public void goBackTo(Checkpoint last) {
    parts.resume(last.run().part(PARTS));
  }

  /**
   * A validation has ended.
   *
   * @param epoch in which, or after which, it was
   * @param steps of the run that were taken
   */
  public void validated(Evaluation found, int epoch, long steps) {
    checkpoints.ifPresent(to -> to.validated(found, epoch, steps));
  }
}
