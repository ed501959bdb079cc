package dev.espalier.runtime.train;

import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.metric.TaskOutcomes;
import dev.espalier.runtime.model.ModelSummary;
import dev.espalier.runtime.step.ModelSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run that is going on, as listeners see it. */
record LiveRun(
    ModelSession session, TrainerOptions options, EncodedRows rows, Optional<Validation> validation)
    implements RunView {

  @Override
  public RunSettings settings() {
    return SettingsText.of(session, options, rows, validation.isPresent());
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
