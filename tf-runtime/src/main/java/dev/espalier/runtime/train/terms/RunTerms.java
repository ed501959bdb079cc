package dev.espalier.runtime.train.terms;

import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ExampleInfo.Feature;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.RunLength;
import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.train.option.TrainingOptions.Schedule;
import dev.espalier.runtime.train.rows.EpochBatches;
import dev.espalier.runtime.train.rows.Resampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that decides what becomes of a run's weights, by name and as text. A run can be gone on with
 * on the same terms alone.
 */
public final class RunTerms {
  private static final Logger LOG = LoggerFactory.getLogger(RunTerms.class);
  private static final String NAME = "terms";
  private static final String THREADS = "threads";
  private static final String NONE = "none";

  private final Map<String, String> values = new LinkedHashMap<>();

  private RunTerms() {}

  /**
   * The terms of a run.
   *
   * @param options with what the model says where the builder says nothing
   * @param epochs the batches of the run
   */
  public static RunTerms of(
      GeneratedModel<?, ?, ?> model,
      TrainingOptions options,
      EncodedRows training,
      EpochBatches epochs,
      Optional<EncodedRows> validation) {
    RunTerms terms = new RunTerms();
    List<Task> tasks = model.codec().info().tasks();
    terms.addSteps(options, options.optimizer().orElseGet(model::optimizer), epochs, tasks);
    terms.addTasks(options, tasks);
    terms.addParts(options, epochs.length(tasks, options));
    model.info().parameters().forEach(terms::add);
    model.codec().info().features().forEach(terms::add);
    terms.values.put("training data", described(training, tasks.size()));
    terms.values.put("data sets", epochs.described());
    terms.values.put(
        "validation data", validation.map(rows -> described(rows, tasks.size())).orElse(NONE));
    terms.values.put(THREADS, String.valueOf(threads(options)));
    return terms;
  }

  private void addSteps(
      TrainingOptions options, Optimizer optimizer, EpochBatches epochs, List<Task> tasks) {
    Schedule schedule = options.schedule();
    values.put("seed", String.valueOf(schedule.seed()));
    values.put("batch size", String.valueOf(schedule.batchSize()));
    values.put("batches of a step", String.valueOf(schedule.parts()));
    values.put("epochs", String.valueOf(schedule.epochs()));
    values.put("optimizer", Described.of(optimizer));
    values.put(
        "learning rate", schedule.learningRate().map(String::valueOf).orElse("the optimizer's"));
    values.put(
        "rate schedule", Described.of(schedule.rateSchedule(), epochs.length(tasks, options)));
    values.put("balancing", options.balancing().map(Described::of).orElse("the model's"));
    values.put("average of weights", options.averaging().map(Described::of).orElse(NONE));
    values.put("precision", options.precision().toString());
    values.put("clipping", options.clipping().map(Described::of).orElse("the model's"));
    values.put("best weights", options.running().best().map(Described::of).orElse(NONE));
    values.put("steps of a validation", String.valueOf(options.running().validationSteps()));
  }

  private void addTasks(TrainingOptions options, List<Task> tasks) {
    values.put("loss weights", Arrays.toString(options.lossWeights(tasks)));
    values.put(
        "curriculum", options.tasks().curriculum().stream().map(Described::of).toList() + "");
    values.put("early stopping", new TreeMap<>(options.tasks().stopping()).toString());
    values.put(
        "early stopping of other tasks",
        options.tasks().allStopping().map(Described::of).orElse(NONE));
    values.put("sampling", Resampling.of(tasks, options).described(tasks));
  }

  private void addParts(TrainingOptions options, RunLength run) {
    values.put("rate scales", new TreeMap<>(options.parts().rateScales()).toString());
    Map<String, String> schedules = new TreeMap<>();
    options
        .parts()
        .rateSchedules()
        .forEach((part, schedule) -> schedules.put(part, Described.of(schedule, run)));
    values.put("rate schedules of parts", schedules.toString());
    values.put("frozen parts", options.parts().frozen().toString());
    values.put("thawed parts", options.parts().thawed().toString());
    values.put("parts thawed at an epoch", new TreeMap<>(options.parts().thawedAt()).toString());
  }

  /** What the model says of how a parameter learns, if it says anything. */
  private void add(Parameter parameter) {
    if (!parameter.learning().isUsual()) {
      values.put("learning of `" + parameter.path() + "`", parameter.learning().toString());
    }
  }

  /** What training does to a feature, if it does anything. */
  private void add(Feature feature) {
    if (!feature.augmentations().isEmpty()) {
      values.put("augmentation of `" + feature.name() + "`", feature.augmentations().toString());
    }
    if (feature.encoding() instanceof Encoding.Picture picture && !picture.along().isEmpty()) {
      values.put("the picture that `" + feature.name() + "` moves along", picture.along());
    }
  }

  private static String described(EncodedRows rows, int tasks) {
    int[] labels = new int[tasks];
    Arrays.setAll(labels, rows::labels);
    return "%d rows with %s labels and digest %s"
        .formatted(rows.size(), Arrays.toString(labels), rows.digest().substring(0, 16));
  }

  private static int threads(TrainingOptions options) {
    return options.threads() == 0 ? Runtime.getRuntime().availableProcessors() : options.threads();
  }

  /** Notes them among what a run remembers. */
  public void keep(RunState run) {
    run.put(NAME, part -> values.forEach(part::put));
  }

  /**
   * Refuses to go on with a run on other terms; with other threads it is only told that last bits
   * may differ.
   *
   * @throws TrainingException says all that differs
   */
  public void requireSame(RunState run) {
    RunState kept = run.part(NAME);
    Set<String> names = new LinkedHashSet<>(values.keySet());
    names.addAll(kept.names());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String now = values.getOrDefault(name, "nothing");
      String then = kept.has(name) ? kept.text(name) : "nothing";
      if (now.equals(then)) {
        continue;
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
    }
    if (!differences.isEmpty()) {
      throw new TrainingException(
          ("The run can't be gone on with on other terms than it was begun with; %s. Tell the"
                  + " builder the same, or begin another run, with checkpoints in a folder of its"
                  + " own.")
              .formatted(String.join("; ", differences)));
    }
  }
}
