package dev.espalier.runtime.train;

import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.step.StepCheck;
import dev.espalier.runtime.step.StepInputs;
import dev.espalier.runtime.train.RunSteps.Place;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what is done about steps that can't be taken.
 *
 * @param rows of the training set
 * @param told of each
 */
record StepGuard(
    LastGood lastGood,
    Recovery recovery,
    List<Task> tasks,
    EncodedRows rows,
    Consumer<NonFiniteReport> told) {
  private static final Logger LOG = LoggerFactory.getLogger(StepGuard.class);

  /**
   * A step has failed.
   *
   * <p>Returns if its batch is to be left out.
   *
   * @throws GoingBack when the run is to go back
   * @throws dev.espalier.runtime.EspalierException when it is to end
   */
  void failed(RuntimeException cause, Place place, BitSet taking, Batch batch, StepInputs inputs) {
    String where = "epoch " + place.epoch() + ", step " + place.step();
    Optional<StepCheck> found = lastGood.examine(cause, taking, batch, inputs);
    if (found.isEmpty()) {
      throw lastGood.failedOtherwise(cause, where);
    }
    NonFiniteReport report = report(place, found.get(), batch);
    told.accept(report);
    if (report.answer() instanceof NonFinite.StopRun) {
      throw lastGood.notFinite(cause, found.get(), taking, batch, inputs, where, report.where());
    }
    recovery.answered();
    if (report.answer() instanceof NonFinite.GoBack) {
      LOG.warn("Not finite at {}; the run goes back.{}", where, report.where());
      throw new GoingBack();
    }
    LOG.warn("Not finite at {}; the batch is left out.{}", where, report.where());
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

  /**
   * Checks what the last step of an epoch left.
   *
   * @throws GoingBack when the run is to go back
   * @throws dev.espalier.runtime.TrainingException when a weight is not finite
   */
  void requireFinite(RunProgress progress) {
    List<String> paths = lastGood.notFinite();
    if (paths.isEmpty()) {
      return;
    }
    NonFinite answer = recovery.answer();
    boolean back = answer instanceof NonFinite.GoBack;
    told.accept(
        new NonFiniteReport(
            progress.epoch(),
            progress.step(),
            progress.steps(),
            List.of(),
            List.of(),
            List.of(),
            back ? answer : NonFinite.stop()));
    if (back) {
      recovery.answered();
      LOG.warn(
          "`{}` is not finite at the end of epoch {}; the run goes back.",
          paths.get(0),
          progress.epoch());
      throw new GoingBack();
    }
    throw lastGood.notFinite(paths.get(0), progress.epoch());
  }
}
