package dev.espalier.runtime.train;

import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.step.ModelSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the weights of the best validation, and knows when to wait for a better one no longer. */
final class RunSelection implements Resumable {
  private final ModelSession session;
  private final int patience;
  private final BestSoFar best;
  private Map<String, float[]> kept = Map.of();

  RunSelection(ModelSession session, List<Task> tasks, BestWeights options) {
    this.session = session;
    this.patience = options.patience();
    this.best = new BestSoFar(options.score().over(tasks), options.leastGain());
  }

  /** Judges a validation. */
  void judge(Evaluation found, RunProgress progress) {
    if (best.isImprovedBy(found, progress)) {
      kept = session.shown();
    }
  }

  /** Why the run is to end, if it is. */
  Optional<RunEnd> end() {
    return patience > 0 && best.without() >= patience
        ? Optional.of(RunEnd.NOTHING_BETTER)
        : Optional.empty();
  }

  /** The best validation, if there was one. */
  Optional<BestScore> best() {
    return best.best();
  }

  /** Gives the model its best weights. */
  void restore() {
    if (!kept.isEmpty()) {
      session.start(kept);
    }
  }

  @Override
  public void keep(RunState to) {
    to.put("best", best);
    to.putArrays("kept", kept);
  }

  @Override
  public void resume(RunState from) {
    best.resume(from.part("best"));
    kept = from.arrays("kept");
  }
}
