package dev.espalier.runtime.train;

import dev.espalier.runtime.metric.TaskOutcomes;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.ModelSummary;
import dev.espalier.runtime.optimize.Clipping;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.transfer.Transfer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A run that is going on, as listeners see it. */
record LiveRun(ModelSession session, TrainerOptions options, Optional<Validation> validation)
    implements RunView {

  @Override
  public RunSettings settings() {
    Map<String, String> values = new LinkedHashMap<>();
    Optimizer optimizer = session.training().optimizer();
    TrainerOptions.Schedule schedule = options.schedule();
    values.put("optimizer", words(optimizer));
    values.put(
        "learningRate", String.valueOf(schedule.learningRate().orElse(optimizer.learningRate())));
    values.put("schedule", schedule(schedule.rateSchedule()));
    values.put("epochs", String.valueOf(schedule.epochs()));
    values.put("batchSize", String.valueOf(schedule.batchSize()));
    values.put("seed", String.valueOf(schedule.seed()));
    values.put("threads", options.threads() == 0 ? "all cores" : "" + options.threads());
    values.put("sharing", session.training().info().sharing());
    values.put("balancing", options.balancing().map(LiveRun::words).orElse("fixed weights"));
    List<Task> tasks = session.preprocessing().info().tasks();
    double[] weights = TrainingRun.lossWeights(tasks, options);
    for (int task = 0; task < weights.length; task++) {
      values.put("lossWeight." + tasks.get(task).name(), String.valueOf(weights[task]));
    }
    options
        .clipping()
        .filter(clipping -> !clipping.equals(Clipping.none()))
        .ifPresent(clipping -> values.put("clipping", words(clipping)));
    PartOptions parts = options.parts();
    new TreeMap<>(parts.rateScales())
        .forEach((part, factor) -> values.put("rateScale." + part, String.valueOf(factor)));
    new TreeMap<>(parts.rateSchedules())
        .forEach((part, own) -> values.put("schedule." + part, schedule(own)));
    if (!parts.frozen().isEmpty()) {
      values.put("frozen", String.join(", ", parts.frozen()));
    }
    new TreeMap<>(parts.thawedAt())
        .forEach((part, epoch) -> values.put("thawAt." + part, String.valueOf(epoch)));
    if (!options.transfers().isEmpty()) {
      values.put(
          "start",
          options.transfers().stream().map(Transfer::toString).collect(Collectors.joining("; ")));
    }
    return new RunSettings(values);
  }

  private static String schedule(RateSchedule schedule) {
    return schedule.equals(RateSchedule.constant()) ? "constant" : words(schedule);
  }

  /** A record as its name and its settings; what else there is, is the user's own. */
  private static String words(Object setting) {
    return setting.getClass().isRecord()
        ? setting.toString().replace("[]", "").replace("[", " (").replace("]", ")")
        : "of your own";
  }

  @Override
  public ModelSummary summary() {
    return Summaries.of(session);
  }

  @Override
  public Map<String, float[]> weights() {
    return session.values(session.plan().parameters());
  }

  @Override
  public List<TaskOutcomes> outcomes() {
    return validation.map(Validation::outcomes).orElse(List.of());
  }
}
