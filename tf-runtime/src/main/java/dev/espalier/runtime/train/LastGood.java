package dev.espalier.runtime.train;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.Batch;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.train.ModelSession.StepInputs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/**
 * Weights to go back to when a step fails because something is no longer a finite number.
 *
 * <p>A failing step changes nothing, so the weights are those after the step before. If they are
 * the cause (a run that diverges is noticed a step after the update that blew it up), those that
 * were kept some steps ago are put back; if these fail on the same batch too, the batch is the
 * cause, and the weights stay.
 */
final class LastGood {
  private static final int STEPS = 1000;

  private final ModelSession session;
  private final List<Task> tasks;
  private Map<String, float[]> kept = Map.of();

  LastGood(ModelSession session) {
    this.session = session;
    this.tasks = session.preprocessing().info().tasks();
  }

  /** Keeps the weights at the first step and every thousand steps. */
  void beforeStep(long step) {
    if (step % STEPS == 1 || kept.isEmpty()) {
      kept = session.values();
    }
  }

  /** What to throw when a step failed. */
  TrainingException failed(
      RuntimeException cause, BitSet taking, Batch batch, StepInputs inputs, String where) {
    List<String> guilty = notFinite(taking, batch, inputs);
    if (guilty.isEmpty()) {
      String what =
          cause.getMessage().contains("assertion failed")
              ? "A gradient is not finite at %s, though the losses of %s are"
              : "A step failed at %s, in tasks %s";
      return new TrainingException(
          (what + "; the model has the weights of the step before. (%s)")
              .formatted(where, names(taking), cause.getMessage()),
          cause);
    }
    Map<String, float[]> current = session.values();
    session.assign(kept);
    boolean diverged = notFinite(taking, batch, inputs).isEmpty();
    if (!diverged) {
      session.assign(current);
    }
    return new TrainingException(
        "The loss of task %s is not finite at %s; the model has the last good weights, those of %s. A smaller learning rate helps where a run diverges; else look for extreme values in features and labels."
            .formatted(
                String.join(" and of task ", guilty),
                where,
                diverged ? "at most " + STEPS + " steps before" : "the step before"),
        cause);
  }

  private List<String> names(BitSet taking) {
    return taking.stream().mapToObj(task -> tasks.get(task).name()).toList();
  }

  private List<String> notFinite(BitSet taking, Batch batch, StepInputs inputs) {
    LossTotals losses = new LossTotals(tasks.size());
    try (SessionRun run = session.forward(batch, inputs)) {
      run.fetch(session.training().losses().stacked());
      try (Result result = run.run()) {
        losses.add((TFloat32) result.get(0));
      }
    }
    List<String> names = new ArrayList<>();
    double[] last = losses.last();
    taking.stream()
        .filter(task -> !Double.isFinite(last[task]))
        .forEach(task -> names.add("`" + tasks.get(task).name() + "`"));
    return names;
  }
}
