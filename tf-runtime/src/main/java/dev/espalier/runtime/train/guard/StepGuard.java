package dev.espalier.runtime.train.guard;

import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.step.StepCheck;
import dev.espalier.runtime.step.StepInputs;
import dev.espalier.runtime.train.option.NonFinite;
import dev.espalier.runtime.train.run.NonFiniteReport;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what is done about steps that can't be taken, and remembers what was. */
public final class StepGuard implements Resumable {
  private static final Logger LOG = LoggerFactory.getLogger(StepGuard.class);
  private static final int SHOWN = 10;

  private final LastGood lastGood;
  private final Recovery recovery;
  private final List<Task> tasks;
  private final EncodedRows rows;
  private final Consumer<NonFiniteReport> told;

  /**
   * That of a run.
   *
   * @param policy what is to be done
   * @param rows of the training set
   * @param told of each
   */
  public StepGuard(
      LastGood lastGood,
      NonFinite policy,
      List<Task> tasks,
      EncodedRows rows,
      Consumer<NonFiniteReport> told) {
    this.lastGood = lastGood;
    this.recovery = new Recovery(policy);
    this.tasks = tasks;
    this.rows = rows;
    this.told = told;
  }

  /** What the learning rate is multiplied by, after all that was done. */
  public double factor() {
    return recovery.factor();
  }

  /** Called before a step that happens; one on a batch without labels does not. */
  public void beforeStep() {
    lastGood.beforeStep();
  }

  /** Called after a step that could be taken. */
  public void afterStep() {
    lastGood.afterStep();
  }

  /** The run has gone back: weights that were kept are no longer its own. */
  public void wentBack() {
    lastGood.forget();
  }

  /**
   * A step has failed.
   *
   * <p>Returns if its batch is to be left out.
   *
   * @throws GoingBack when the run is to go back
   * @throws dev.espalier.runtime.EspalierException when it is to end
   */
  public void failed(
      RuntimeException cause, Place place, BitSet taking, Batch batch, StepInputs inputs) {
    String where = "epoch " + place.epoch() + ", step " + place.step();
    Optional<StepCheck> found = lastGood.examine(cause, taking, batch, inputs);
    if (found.isEmpty()) {
      throw lastGood.failedOtherwise(cause, where);
    }
    NonFiniteReport report = report(place, found.get(), batch);
    told.accept(report);
    String rowsOfIt = words(report);
    if (report.answer() instanceof NonFinite.StopRun) {
      throw lastGood.notFinite(cause, found.get(), taking, batch, inputs, where, rowsOfIt);
    }
    recovery.answered();
    if (report.answer() instanceof NonFinite.GoBack) {
      LOG.warn("Not finite at {}; the run goes back.{}", where, rowsOfIt);
      throw new GoingBack();
    }
    LOG.warn("Not finite at {}; the batch is left out.{}", where, rowsOfIt);
    lastGood.leftOut();
  }

  private NonFiniteReport report(Place place, StepCheck found, Batch batch) {
    return new NonFiniteReport(
        place.epoch(),
        place.step(),
        place.ofRun(),
        found.tasks().stream().mapToObj(task -> tasks.get(task).name()).toList(),
        IntStream.range(0, batch.size()).mapToObj(at -> rows.place(batch.row(at))).toList(),
        found.rows().stream().mapToObj(at -> rows.place(batch.row(at))).toList(),
        recovery.answer());
  }

  /** Which rows they were, as far as fits in a sentence. */
  private static String words(NonFiniteReport report) {
    if (report.rows().isEmpty()) {
      return "";
    }
    String all = shown(report.rows());
    boolean some = !report.broken().isEmpty() && report.broken().size() < report.rows().size();
    return some
        ? " It is in %s; the batch's rows: %s.".formatted(shown(report.broken()), all)
        : " The batch's rows: %s.".formatted(all);
  }

  private static String shown(List<String> some) {
    String first = String.join("; ", some.subList(0, Math.min(SHOWN, some.size())));
    return some.size() > SHOWN ? first + " and %d more".formatted(some.size() - SHOWN) : first;
  }

  /**
   * Checks what the last step of an epoch left.
   *
   * @param step of the epoch
   * @param steps of the run
   * @throws GoingBack when the run is to go back
   * @throws dev.espalier.runtime.TrainingException when a weight is not finite
   */
  public void requireFinite(int epoch, int step, long steps) {
    List<String> paths = lastGood.notFinite();
    if (paths.isEmpty()) {
      return;
    }
    NonFinite answer = recovery.answer();
    boolean back = answer instanceof NonFinite.GoBack;
    told.accept(
        new NonFiniteReport(
            epoch, step, steps, List.of(), List.of(), List.of(), back ? answer : NonFinite.stop()));
    if (back) {
      recovery.answered();
      LOG.warn(
          "`{}` is not finite at the end of epoch {}; the run goes back.", paths.get(0), epoch);
      throw new GoingBack();
    }
    throw lastGood.notFinite(paths.get(0), epoch);
  }

  @Override
  public void keep(RunState to) {
    recovery.keep(to);
  }

  @Override
  public void resume(RunState from) {
    recovery.resume(from);
  }
}
