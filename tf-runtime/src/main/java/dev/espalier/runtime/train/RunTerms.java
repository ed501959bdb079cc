package dev.espalier.runtime.train;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.data.EncodedRows;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.train.TrainerOptions.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that decides what becomes of a run's weights, by name and as text. A run can be gone on with
 * on the same terms alone.
 */
final class RunTerms {
  private static final Logger LOG = LoggerFactory.getLogger(RunTerms.class);
  private static final String NAME = "terms";
  private static final String THREADS = "threads";

  private final Map<String, String> values;

  private RunTerms(Map<String, String> values) {
    this.values = values;
  }

  /** The terms of a run. */
  static RunTerms of(
      TrainerOptions options,
      Optimizer optimizer,
      List<Task> tasks,
      EncodedRows training,
      Optional<EncodedRows> validation) {
    Map<String, String> values = new LinkedHashMap<>();
    Schedule schedule = options.schedule();
    values.put("seed", String.valueOf(schedule.seed()));
    values.put("batch size", String.valueOf(schedule.batchSize()));
    values.put("batches of a step", String.valueOf(schedule.parts()));
    values.put("epochs", String.valueOf(schedule.epochs()));
    values.put("optimizer", described(optimizer));
    values.put(
        "learning rate", schedule.learningRate().map(String::valueOf).orElse("the optimizer's"));
    values.put("rate schedule", described(schedule.rateSchedule()));
    values.put("balancing", options.balancing().map(RunTerms::described).orElse("the model's"));
    values.put("average of weights", options.averaging().toString());
    values.put("precision", options.precision().toString());
    values.put("clipping", options.clipping().map(RunTerms::described).orElse("the model's"));
    values.put("rate scales", new TreeMap<>(options.rateScales()).toString());
    values.put("loss weights", Arrays.toString(TrainingRun.lossWeights(tasks, options)));
    values.put("curriculum", curriculum(options.tasks()));
    values.put("early stopping", new TreeMap<>(options.tasks().stopping()).toString());
    values.put("early stopping of other tasks", options.tasks().allStopping().toString());
    values.put("best weights", options.running().best().toString());
    values.put("steps of a validation", String.valueOf(options.running().validationSteps()));
    values.put("sampling", options.sampling().toString());
    values.put("frozen parts", options.frozen().toString());
    values.put("thawed parts", options.thawed().toString());
    values.put("training data", described(training, tasks.size()));
    values.put(
        "validation data", validation.map(rows -> described(rows, tasks.size())).orElse("none"));
    values.put(THREADS, String.valueOf(threads(options)));
    return new RunTerms(values);
  }

  /** What something says of itself; of a function that says nothing, whose it is. */
  static String described(Object option) {
    boolean speaks = option.getClass().isRecord() || option.getClass().isEnum();
    return speaks
        ? option.toString()
        : option.getClass().getName().replaceAll("\\$\\$Lambda.*", "");
  }

  private static String curriculum(TaskOptions options) {
    return options.curriculum().stream()
        .map(
            joining ->
                "%s joins at epoch %d over %d"
                    .formatted(joining.task().name(), joining.epoch(), joining.ramp()))
        .toList()
        .toString();
  }

  private static String described(EncodedRows rows, int tasks) {
    int[] labels = new int[tasks];
    Arrays.setAll(labels, rows::labels);
    return "%d rows with %s labels and digest %s"
        .formatted(rows.size(), Arrays.toString(labels), rows.digest().substring(0, 16));
  }

  private static int threads(TrainerOptions options) {
    return options.threads() == 0 ? Runtime.getRuntime().availableProcessors() : options.threads();
  }

  /** Notes them among what a run remembers. */
  void keep(RunState run) {
    run.put(NAME, part -> values.forEach(part::put));
  }

  /**
   * Refuses to go on with a run on other terms; with other threads it is only told that last bits
   * may differ.
   *
   * @throws TrainingException says all that differs
   */
  void requireSame(RunState run) {
    RunState kept = run.part(NAME);
    List<String> differences = new ArrayList<>();
    values.forEach(
        (name, now) -> {
          String then = kept.has(name) ? kept.text(name) : "nothing";
          if (now.equals(then)) {
            return;
          }
          if (name.equals(THREADS)) {
            LOG.warn(
                "The run was begun with {} threads and goes on with {}: sums may be added up in"
                    + " another order, and last bits differ.",
                then,
                now);
          } else {
            differences.add("%s: found %s, expected %s".formatted(name, now, then));
          }
        });
    if (!differences.isEmpty()) {
      throw new TrainingException(
          "The run can't be gone on with on other terms than it was begun with; %s."
              .formatted(String.join("; ", differences)));
    }
  }
}
