package dev.espalier.runtime.train.kept;

import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.model.ExampleInfo.Task;
import dev.espalier.runtime.step.ModelSession;
import dev.espalier.runtime.train.option.BestWeights;
import dev.espalier.runtime.train.run.BestScore;
import dev.espalier.runtime.train.run.RunEnd;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the weights of the best validation, and knows when to wait for a better one no longer. */
public final class RunSelection implements Resumable {
  private final ModelSession session;
  private final int patience;
  private final BestSoFar best;
  private Map<String, float[]> kept = Map.of();

  /** Nothing kept yet, of a run of some tasks. */
  public RunSelection(ModelSession session, List<Task> tasks, BestWeights options) {
    this.session = session;
    this.patience = options.patience();
    this.best = new BestSoFar(options.score().over(tasks), options.leastGain());
  }

  /**
   * Judges a validation.
   *
   * @param epoch in which, or after which, it was
   * @param steps of the run that were taken
   */
  public void judge(Evaluation found, int epoch, long steps) {
    if (best.isImprovedBy(found, epoch, steps)) {
      kept = session.shown();
    }
  }

  /** Why the run is to end, if it is. */
  public Optional<RunEnd> end() {
    return patience > 0 && best.without() >= patience
        ? Optional.of(RunEnd.NOTHING_BETTER)
        : Optional.empty();
  }

  /** The best validation, if there was one. */
  public Optional<BestScore> best() {
    return best.best();
  }

  /** Gives the model its best weights. */
  public void restore() {
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
