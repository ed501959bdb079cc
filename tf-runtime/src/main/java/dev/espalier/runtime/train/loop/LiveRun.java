package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.metric.TaskOutcomes;
import dev.espalier.runtime.model.ModelSummary;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.train.model.Summaries;
import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.train.run.RunSettings;
import dev.espalier.runtime.train.run.RunView;
import dev.espalier.runtime.train.terms.SettingsText;
import java.util.List;
import java.util.Map;

/** A run that is going on, as listeners see it. */
record LiveRun(ModelSession session, TrainingOptions options, RunData data) implements RunView {

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
