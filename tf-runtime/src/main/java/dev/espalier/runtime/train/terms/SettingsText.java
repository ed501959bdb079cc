package dev.espalier.runtime.train.terms;

import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.train.model.Addresses;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.option.Curriculum;
import dev.espalier.runtime.train.option.PartOptions;
import dev.espalier.runtime.train.option.RunOptions;
import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.train.option.TrainingOptions.Schedule;
import dev.espalier.runtime.train.rows.Resampling;
import dev.espalier.runtime.train.run.RunSettings;
import dev.espalier.runtime.transfer.Transfer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings of a run as people read them, by name; what nobody asked for is left out. */
public final class SettingsText {
  /** A function within a record; it says its class and where it is, and only the user knows it. */
  private static final Pattern FUNCTION = Pattern.compile("[\\w.$]+\\$\\$Lambda[^,\\])]*");

  private static final Pattern MAYBE = Pattern.compile("Optional\\[([^\\[\\]]*)]");

  private final Map<String, String> values = new LinkedHashMap<>();
  private final TrainingOptions options;

  private SettingsText(TrainingOptions options) {
    this.options = options;
  }

  /**
   * The settings of a run.
   *
   * @param options with what the model says where the builder says nothing
   * @param rows that it learns from
   * @param validated whether there is a validation set
   */
  public static RunSettings of(
      ModelSession session, TrainingOptions options, EncodedRows rows, boolean validated) {
    SettingsText text = new SettingsText(options);
    text.addSteps(session.training().optimizer());
    text.values.put("sharing", session.training().info().sharing());
    text.addTasks(session.preprocessing().info().tasks());
    text.addParts(session.training().info().parameters());
    text.values.put("training set", rows.name() + (rows.inFiles() ? ", kept in files" : ""));
    text.addCourse(validated);
    return new RunSettings(text.values);
  }

  private void addSteps(Optimizer optimizer) {
    Schedule schedule = options.schedule();
    values.put("optimizer", words(optimizer));
    values.put(
        "learningRate", String.valueOf(schedule.learningRate().orElse(optimizer.learningRate())));
    values.put("schedule", schedule(schedule.rateSchedule()));
    values.put("epochs", String.valueOf(schedule.epochs()));
    values.put("batchSize", String.valueOf(schedule.batchSize()));
    if (schedule.parts() > 1) {
      values.put("accumulate", schedule.parts() + " batches a step");
    }
    values.put("seed", String.valueOf(schedule.seed()));
    values.put("threads", options.threads() == 0 ? "all cores" : "" + options.threads());
    values.put("precision", options.precision().name());
    values.put(
        "clipping",
        options
            .clipping()
            .filter(how -> !how.equals(Clipping.none()))
            .map(SettingsText::words)
            .orElse("none"));
    put("averageWeights", options.averaging().map(SettingsText::words));
  }

  private void addTasks(List<Task> tasks) {
    values.put("balancing", options.balancing().map(SettingsText::words).orElse("fixed weights"));
    if (options.gradientsEvery() > 0) {
      values.put("reportGradients", "every %d steps".formatted(options.gradientsEvery()));
    }
    double[] weights = options.lossWeights(tasks);
    for (int task = 0; task < weights.length; task++) {
      values.put("lossWeight." + tasks.get(task).name(), String.valueOf(weights[task]));
    }
    for (Curriculum<?> joining : options.tasks().curriculum()) {
      values.put(
          "curriculum." + joining.task().name(),
          "joins in epoch %d, its weight rises over %d".formatted(joining.epoch(), joining.ramp()));
    }
    for (Task task : tasks) {
      options
          .tasks()
          .stopping(task.name())
          .ifPresent(stop -> values.put("earlyStopping." + task.name(), words(stop)));
    }
    List<String> resampled =
        tasks.stream()
            .filter(task -> Resampling.isBy(task, options.sampling()))
            .map(Task::name)
            .toList();
    put("resampled by", resampled);
  }

  /** What holds for parts, said by the builder or by annotations. */
  private void addParts(List<Parameter> parameters) {
    PartOptions parts = options.parts();
    new TreeMap<>(parts.rateScales())
        .forEach((part, factor) -> values.put("rateScale." + part, String.valueOf(factor)));
    new TreeMap<>(parts.rateSchedules())
        .forEach((part, own) -> values.put("schedule." + part, schedule(own)));
    for (Parameter each : parameters) {
      double factor = each.learning().rateScale();
      boolean said = Addresses.innermost(parts.rateScales(), each.address()).isPresent();
      if (factor != 1 && !said) {
        values.put("rateScale." + each.address(), String.valueOf(factor));
      }
    }
    put("frozen", parts.frozen());
    put("thawed", parts.thawed());
    new TreeMap<>(parts.thawedAt())
        .forEach((part, epoch) -> values.put("thawAt." + part, String.valueOf(epoch)));
    put(
        "start",
        options.transfers().isEmpty()
            ? Optional.empty()
            : Optional.of(
                options.transfers().stream()
                    .map(Transfer::toString)
                    .collect(Collectors.joining("; "))));
  }

  /** How the run goes and ends. */
  private void addCourse(boolean validated) {
    RunOptions running = options.running();
    values.put(
        "validation",
        !validated
            ? "none"
            : running.validationSteps() == 0
                ? "after each epoch"
                : "after each epoch and every %d steps".formatted(running.validationSteps()));
    put("bestWeights", running.best().map(SettingsText::words));
    put("checkpoints", running.checkpoints().map(SettingsText::when));
    if (running.maxSteps() > 0) {
      values.put("maxSteps", String.valueOf(running.maxSteps()));
    }
    if (!running.maxTime().isZero()) {
      values.put("maxMinutes", minutes(running.maxTime()));
    }
    values.put("onNonFinite", words(running.nonFinite()));
    if (running.stoppingOnInterrupt()) {
      values.put("stopOnInterrupt", "yes");
    }
  }

  /** When checkpoints are written; where is nobody's business whom a page is sent to. */
  private static String when(Checkpoints to) {
    List<String> parts = new ArrayList<>();
    if (to.epochs() > 0 || (to.steps() == 0 && to.time().isZero())) {
      parts.add("every %d epochs".formatted(Math.max(1, to.epochs())));
    }
    if (to.steps() > 0) {
      parts.add("every %d steps".formatted(to.steps()));
    }
    if (!to.time().isZero()) {
      parts.add("every %s minutes".formatted(minutes(to.time())));
    }
    parts.add("the last %d are kept".formatted(to.last()));
    to.best().ifPresent(score -> parts.add("and the best by " + score));
    return String.join(", ", parts);
  }

  private static String minutes(Duration time) {
    return String.valueOf(time.toMillis() / 60_000.0);
  }

  private void put(String name, List<String> some) {
    if (!some.isEmpty()) {
      values.put(name, String.join(", ", some));
    }
  }

  private void put(String name, Optional<String> value) {
    value.ifPresent(said -> values.put(name, said));
  }

  private static String schedule(RateSchedule schedule) {
    return schedule.equals(RateSchedule.constant()) ? "constant" : words(schedule);
  }

  /** A record as its name and its settings; what else there is, is the user's own. */
  private static String words(Object setting) {
    if (!setting.getClass().isRecord()) {
      return "of your own";
    }
    String known = FUNCTION.matcher(setting.toString()).replaceAll("of your own");
    return MAYBE
        .matcher(known)
        .replaceAll("$1")
        .replace("Optional.empty", "none")
        .replace("[]", "")
        .replace("[", " (")
        .replace("]", ")")
        .replace("= (", "=(");
  }
}
