package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.train.run.TrainingListener;
import java.util.List;
import java.util.function.Consumer;

/**
 * Those who are told what happens in a run.
 *
 * @param all in the order in which they are told
 */
record RunListeners(List<TrainingListener> all) {

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Tells all of them; what one of them throws ends the run. */
  void tell(Consumer<TrainingListener> moment) {
    all.forEach(moment);
  }

  /** Tells all of them that the run has failed; what they throw is added to the failure. */
  void tellFailure(RuntimeException failure) {
    for (TrainingListener listener : all) {
      try {
        listener.runFailed(failure);
      } catch (RuntimeException e) {
        failure.addSuppressed(e);
      }
    }
  }
}
