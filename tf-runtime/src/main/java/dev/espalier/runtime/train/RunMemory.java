package dev.espalier.runtime.train;

import dev.espalier.runtime.checkpoint.Checkpoint;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.train.TrainingListener.CheckpointReport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that a run remembers, on its way to checkpoints and back. */
final class RunMemory {
  private static final Logger LOG = LoggerFactory.getLogger(RunMemory.class);
  private static final String PARTS = "parts";
  private static final String CHECKPOINTS = "checkpoints";

  private final RunParts parts;
  private final RunProgress progress;
  private final RunListeners listeners;
  private Optional<RunTerms> terms = Optional.empty();
  private Optional<RunCheckpoints> checkpoints = Optional.empty();
  private Optional<RunState> before = Optional.empty();

  /** That of a run which writes no checkpoints unless it is told to. */
  RunMemory(RunParts parts, RunProgress progress, RunListeners listeners) {
    this.parts = parts;
    this.progress = progress;
    this.listeners = listeners;
  }

  /** Checkpoints are written, and hold the terms of the run. */
  void writeTo(RunCheckpoints newCheckpoints, RunTerms ofRun) {
    checkpoints = Optional.of(newCheckpoints);
    terms = Optional.of(ofRun);
  }

  /** The run goes on from where one on the same terms was. */
  void goOn(RunState from) {
    before = Optional.of(from);
  }

  /** Whether the run goes on with an earlier one. */
  boolean goesOn() {
    return before.isPresent();
  }

  /** Writes a checkpoint, or not. */
  @FunctionalInterface
  interface Writing {
    Optional<Path> write(RunCheckpoints to, Consumer<RunState> run);
  }

  /** Writes a checkpoint of this moment, if any are written and this one is due. */
  void write(Writing writing) {
    if (checkpoints.isPresent()) {
      progress.stopClock();
      writing.write(checkpoints.get(), this::keep).ifPresent(this::written);
    }
  }

  private void written(Path file) {
    LOG.debug("Checkpoint {}", file);
    CheckpointReport report = new CheckpointReport(file, progress.epoch(), progress.steps());
    listeners.tell(listener -> listener.checkpointWritten(report));
  }

  private void keep(RunState to) {
    terms.orElseThrow().keep(to);
    to.put(PARTS, parts);
    to.put(CHECKPOINTS, checkpoints.orElseThrow());
  }

  /** All parts are where the earlier run was, if the run goes on with one. */
  void resume() {
    before.ifPresent(
        from -> {
          parts.resume(from.part(PARTS));
          if (from.has(CHECKPOINTS)) {
            checkpoints.ifPresent(to -> to.resume(from.part(CHECKPOINTS)));
          }
        });
  }

  /** The last checkpoint. */
  Checkpoint last() {
    return checkpoints.orElseThrow().newest();
  }

  /** All parts go back to where they were at a checkpoint. */
  void goBackTo(Checkpoint last) {
    parts.resume(last.run().part(PARTS));
  }

  /** A validation has ended. */
  void validated(Evaluation found) {
    checkpoints.ifPresent(to -> to.validated(found, progress));
  }
}
