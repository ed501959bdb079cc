package dev.espalier.runtime.train.kept;

import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.Scoring;
import dev.espalier.runtime.train.run.BestScore;
import java.util.Optional;

/** The best of the validations of a run so far. */
final class BestSoFar implements Resumable {
  private final Scoring scoring;
  private final double leastGain;
  private Optional<BestScore> best = Optional.empty();
  private int without;

  BestSoFar(Scoring scoring, double leastGain) {
    this.scoring = scoring;
    this.leastGain = leastGain;
  }

  /**
   * Whether a validation is the best so far.
   *
   * @param epoch in which, or after which, it was
   * @param steps of the run that were taken
   */
  boolean isImprovedBy(Evaluation found, int epoch, long steps) {
    double value = scoring.of(found);
    boolean better =
        best.isEmpty() ? !Double.isNaN(value) : scoring.gain(value, best.get().value()) > leastGain;
    without = better ? 0 : without + 1;
    if (better) {
      best = Optional.of(new BestScore(value, epoch, steps));
    }
    return better;
  }

  /** The best one. */
  Optional<BestScore> best() {
    return best;
  }

  /** Validations since then. */
  int without() {
    return without;
  }

  @Override
  public void keep(RunState to) {
    to.put("without", without);
    best.ifPresent(
        score -> {
          to.put("value", score.value());
          to.put("epoch", score.epoch());
          to.put("step", score.step());
        });
  }

  @Override
  public void resume(RunState from) {
    without = (int) from.count("without");
    best =
        from.has("value")
            ? Optional.of(
                new BestScore(from.number("value"), (int) from.count("epoch"), from.count("step")))
            : Optional.empty();
  }
}
