package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.train.course.RunRates;
import dev.espalier.runtime.train.kept.RunMemory;
import dev.espalier.runtime.train.kept.RunSelection;
import dev.espalier.runtime.train.run.TrainingListener.ValidationReport;
import java.util.Optional;

/** The validations of a run, and all who go by what they find. */
final class RunValidations {
  private final Optional<Validation> set;
  private final int steps;
  private final RunProgress progress;
  private final RunRates rates;
  private final Optional<RunSelection> selection;
  private final RunMemory memory;
  private final RunListeners listeners;

  /**
   * Those of a run.
   *
   * @param steps of the run after which there is one beside after every epoch; 0 for none
   */
  RunValidations(
      Optional<Validation> set,
      int steps,
      RunProgress progress,
      RunRates rates,
      Optional<RunSelection> selection,
      RunMemory memory,
      RunListeners listeners) {
    this.set = set;
    this.steps = steps;
    this.progress = progress;
    this.rates = rates;
    this.selection = selection;
    this.memory = memory;
    this.listeners = listeners;
  }

  /**
   * What a validation found.
   *
   * @param found empty without a validation set
   * @param seconds that it took
   */
  record Look(Optional<Evaluation> found, double seconds) {}

  /** Looks at the model as it is, which nobody goes by. */
  Look look() {
    if (set.isEmpty()) {
      return new Look(Optional.empty(), 0);
    }
    long begin = System.nanoTime();
    Evaluation found = set.get().evaluate();
    return new Look(Optional.of(found), (System.nanoTime() - begin) / 1e9);
  }

  /** Looks once more at a model that was looked at before. */
  Evaluation again() {
    return set.orElseThrow().evaluate();
  }

  /** Validates between two steps if it is time to. */
  void betweenSteps() {
    if (steps > 0 && progress.steps() % steps == 0) {
      ended(again());
      memory.writeBest(progress.epoch(), progress.steps());
    }
  }

  /** Validates after the last step of an epoch. */
  Look afterEpoch() {
    Look look = look();
    look.found().ifPresent(this::ended);
    return look;
  }

  private void ended(Evaluation found) {
    rates.validated(found);
    selection.ifPresent(best -> best.judge(found, progress.epoch(), progress.steps()));
    memory.validated(found, progress.epoch(), progress.steps());
    ValidationReport report =
        new ValidationReport(progress.epoch(), progress.step(), progress.steps(), found);
    listeners.tell(listener -> listener.validationEnded(report));
  }
}
