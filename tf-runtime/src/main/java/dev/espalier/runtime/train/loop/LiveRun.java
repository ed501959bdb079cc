package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.metric.TaskOutcomes;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.model.ModelSummary;
import dev.espalier.runtime.session.VariableSpec;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.train.model.Summaries;
import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.train.run.RunSettings;
import dev.espalier.runtime.train.run.RunView;
import dev.espalier.runtime.train.run.TrainingListener.RunStart;
import dev.espalier.runtime.train.terms.SettingsText;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A run that is going on, as listeners see it. */
record LiveRun(ModelSession session, TrainingOptions options, RunData data) implements RunView {

  /**
   * What is told when it begins.
   *
   * @param stepsPerEpoch of an epoch in which all tasks are trained
   */
  RunStart start(int stepsPerEpoch) {
    List<Task> tasks = session.preprocessing().info().tasks();
    return new RunStart(
        session.training().info().name(),
        tasks.stream().map(Task::name).toList(),
        IntStream.range(0, tasks.size()).mapToObj(data.rows()::labels).toList(),
        data.rows().size(),
        options.schedule().epochs(),
        stepsPerEpoch,
        session.training().learnable().stream().mapToLong(VariableSpec::size).sum(),
        this);
  }

  @Override
  public RunSettings settings() {
    return SettingsText.of(session, options, data.rows(), data.validation().isPresent());
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
    return data.validation().map(Validation::outcomes).orElse(List.of());
  }
}
