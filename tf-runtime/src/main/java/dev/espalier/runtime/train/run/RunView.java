package dev.espalier.runtime.train.run;

import dev.espalier.runtime.metric.TaskOutcomes;
import dev.espalier.runtime.model.ModelSummary;
import java.util.List;
import java.util.Map;

/**
 * What a listener may look at in the course of a run, on the thread that trains. After the run, and
 * once the trainer is closed, it must not be used any more.
 */
public interface RunView {

  /** What the run was told. */
  RunSettings settings();

  /** The model, layer by layer, with shapes. */
  ModelSummary summary();

  /** All weights as they are now, by path; copies. */
  Map<String, float[]> weights();

  /**
   * How predictions on the validation set stand to its labels now, task by task: another pass over
   * it, about as long as a validation. Empty without a validation set.
   */
  List<TaskOutcomes> outcomes();
}
