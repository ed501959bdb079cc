package dev.espalier.runtime.train.guard;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.session.FiniteValues;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.step.StepCheck;
import dev.espalier.runtime.step.StepChecks;
import dev.espalier.runtime.step.StepInputs;
import dev.espalier.runtime.step.Stepping;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weights to go back to when a step fails because something is no longer a finite number.
 *
 * <p>A failing step changes nothing, so the weights are those after the step before. If they are
 * the cause (a run that diverges is noticed a step after the update that blew it up), good ones are
 * put back; if these fail on the same batch too, the batch is the cause, and the weights stay.
 *
 * <p>Weights are good once a step from them has succeeded: until then they are a candidate.
 */
public final class LastGood {
  private static final int INTERVAL = 1000;

  /** Numbers of tables updated by rows for each step between: copying takes 1 % of the time. */
  private static final long NUMBERS_OF_STEP = 2000;

  private final ModelSession session;
  private final Stepping stepping;
  private final List<Task> tasks;
  private final int interval;
  private Map<String, float[]> candidate = Map.of();
  private Map<String, float[]> good = Map.of();
  private long steps;
  private long candidateStep;
  private long goodStep;

  /** None yet; they are kept after so many steps that copying takes next to no time. */
  public LastGood(ModelSession session, Stepping stepping) {
    this(session, stepping, interval(session));
  }

  /** Steps that touch few rows of a large table take less time the more seldom it is copied. */
  private static int interval(ModelSession session) {
    long numbers =
        session.plan().parameters().stream()
            .filter(VariableSpec::byRows)
            .mapToLong(VariableSpec::size)
            .sum();
    return (int) Math.max(INTERVAL, numbers / NUMBERS_OF_STEP);
  }

  /**
   * Keeps the weights now and then.
   *
   * @param interval steps between two times, at least 1
   */
  LastGood(ModelSession session, Stepping stepping, int interval) {
    this.session = session;
    this.stepping = stepping;
    this.tasks = session.preprocessing().info().tasks();
    this.interval = interval;
  }

  /** Called before a step that happens; one on a batch without labels does not. */
  void beforeStep() {
    if (steps % interval == 0) {
      candidate = session.values();
      candidateStep = steps;
    }
    steps++;
  }

  /** Called after a step: all its losses and what is checked of its gradients were finite. */
  void afterStep() {
    // A number in a row that this step did not look up may still be none.
    if (!candidate.isEmpty() && FiniteValues.allFinite(candidate)) {
      good = candidate;
      goodStep = candidateStep;
    }
    candidate = Map.of();
  }

  /** The batch of the step that failed is left out. */
  void leftOut() {
    candidate = Map.of();
    steps--;
  }

  /** What is kept is no longer that of the run, which has gone back. */
  void forget() {
    candidate = Map.of();
    good = Map.of();
    steps = 0;
  }

  /**
   * What was not finite in a step that failed; empty if it failed for another reason.
   *
   * @throws EspalierException that made it fail, if it says what is wrong
   */
  Optional<StepCheck> examine(
      RuntimeException cause, BitSet taking, Batch batch, StepInputs inputs) {
    if (cause instanceof EspalierException clear) {
      throw clear;
    }
    try {
      return Optional.of(check(taking, batch, inputs)).filter(now -> !now.passes());
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
      return Optional.empty();
    }
  }

  private StepCheck check(BitSet taking, Batch batch, StepInputs inputs) {
    return new StepChecks(session).of(taking, stepping.checked(taking), batch, inputs);
  }

  /**
   * What to throw when a step failed for another reason.
   *
   * @param where epoch and step
   */
  TrainingException failedOtherwise(RuntimeException cause, String where) {
    return new TrainingException(
        "A step failed at %s, and not because of a number that is not finite; the model has the weights of the step before. (%s)"
            .formatted(where, cause.getMessage()),
        cause);
  }

  /**
   * What to throw when something in a step was not finite; good weights are put back if they are
   * better.
   *
   * @param where epoch and step
   * @param rows a sentence that says which they were
   */
  TrainingException notFinite(
      RuntimeException cause,
      StepCheck found,
      BitSet taking,
      Batch batch,
      StepInputs inputs,
      String where,
      String rows) {
    String what =
        found.tasks().isEmpty()
            ? "A gradient is not finite at %s, though the losses of %s are"
                .formatted(where, names(taking))
            : "The loss of task %s is not finite at %s"
                .formatted(String.join(" and of task ", names(found.tasks())), where);
    return new TrainingException(what + "; " + putBack(taking, batch, inputs) + rows, cause);
  }

  /** Puts good weights back if they are better; says what the model has now. */
  private String putBack(BitSet taking, Batch batch, StepInputs inputs) {
    String look = " Look for extreme values in features and labels.";
    if (good.isEmpty()) {
      return "the model has the weights that the run began, or was gone on, with." + look;
    }
    Map<String, float[]> current = session.values();
    boolean stay = false;
    try {
      session.assign(good);
      if (check(taking, batch, inputs).passes()) {
        stay = true;
        session.startAverages();
        return "with %s it is. The run diverges, and the model has those weights again. A smaller learning rate helps."
            .formatted(age());
      }
      stay = !FiniteValues.allFinite(current);
      return "with %s it is not either. The model has the weights of %s.%s"
          .formatted(age(), stay ? "then" : "the step before", look);
    } finally {
      if (!stay) {
        session.assign(current);
      }
    }
  }

  /** What of the weights is not finite; asked after the last step of an epoch. */
  List<String> notFinite() {
    return session.notFinite();
  }

  /** What to throw when a weight is not finite after an epoch; good ones are put back. */
  TrainingException notFinite(String path, int epoch) {
    String what = "`%s` is not finite at the end of epoch %d; ".formatted(path, epoch);
    if (good.isEmpty()) {
      return new TrainingException(what + "nor was it when the run began.");
    }
    // The last step is one that happened.
    steps++;
    String age = age();
    session.start(good);
    return new TrainingException(
        what
            + "the run diverges, and the model has %s again. A smaller learning rate helps."
                .formatted(age));
  }

  private String age() {
    long before = steps - 1 - goodStep;
    return before == 1
        ? "the weights of one step before"
        : "the weights of " + before + " steps before";
  }

  private List<String> names(BitSet of) {
    return of.stream().mapToObj(task -> "`" + tasks.get(task).name() + "`").toList();
  }
}
