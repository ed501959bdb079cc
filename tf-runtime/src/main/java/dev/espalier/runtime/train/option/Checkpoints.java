package dev.espalier.runtime.train.option;

import dev.espalier.runtime.metric.Score;
import dev.espalier.runtime.range.Parameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and when a run writes checkpoints: {@code
 * builder().checkpoints(Checkpoints.in(folder).everySteps(1000).keepLast(3))}.
 *
 * <p>A checkpoint holds all that a run needs to go on to the same bits as if it had never stopped;
 * {@link dev.espalier.runtime.train.Trainer#resume} goes on with one. It is a model file too:
 * {@link dev.espalier.runtime.train.Trainer#load} and predictors read it. One is written after
 * every epoch unless something else is said, and whenever a run ends without having failed. A crash
 * at any moment, also while one is being written, leaves those before it.
 *
 * @param folder which is made if it is not there
 * @param epochs one after so many epochs; 0 for none
 * @param steps one after so many steps of the run; 0 for none
 * @param time one when so much time has gone by since the last; 0 for none
 * @param last how many are kept, at least 1
 * @param best by what the best is kept beside them, if it is
 * @param resuming whether a run goes on with the newest one if there is one
 */
public record Checkpoints(
    Path folder,
    int epochs,
    int steps,
    Duration time,
    int last,
    Optional<Score> best,
    boolean resuming) {
  private static final int LAST = 3;

  /** After every epoch, the last three of them, in a folder. */
  public static Checkpoints in(Path folder) {
    return new Checkpoints(folder, 0, 0, Duration.ZERO, LAST, Optional.empty(), false);
  }

  /** The same in a folder inside. */
  public Checkpoints inside(String name) {
    return new Checkpoints(folder.resolve(name), epochs, steps, time, last, best, resuming);
  }

  /** The same, one after so many epochs, at least 1. */
  public Checkpoints everyEpochs(int count) {
    Parameters.require(count >= 1, "everyEpochs", "at least 1", count);
    return new Checkpoints(folder, count, steps, time, last, best, resuming);
  }

  /** The same, one after so many steps of the run, at least 1. */
  public Checkpoints everySteps(int count) {
    Parameters.require(count >= 1, "everySteps", "at least 1", count);
    return new Checkpoints(folder, epochs, count, time, last, best, resuming);
  }

  /** The same, one when so many minutes have gone by since the last, above 0. */
  public Checkpoints everyMinutes(double minutes) {
    Parameters.require(minutes > 0 && Double.isFinite(minutes), "everyMinutes", "above 0", minutes);
    Duration every = Duration.ofMillis(Math.max(1, Math.round(minutes * 60_000)));
    return new Checkpoints(folder, epochs, steps, every, last, best, resuming);
  }

  /** The same, keeping so many, at least 1; 3 unless said. */
  public Checkpoints keepLast(int count) {
    Parameters.require(count >= 1, "keepLast", "at least 1", count);
    return new Checkpoints(folder, epochs, steps, time, count, best, resuming);
  }

  /**
   * The same, keeping beside the last ones that of the best validation, as {@code best.espalier}.
   *
   * @param score by which validations are judged
   */
  public Checkpoints keepBest(Score score) {
    return new Checkpoints(folder, epochs, steps, time, last, Optional.of(score), resuming);
  }

  /**
   * The same; a run goes on with the newest checkpoint in the folder, and begins where there is
   * none. Whatever starts a program again after it was killed need not know which it is.
   */
  public Checkpoints resumingIfThere() {
    return new Checkpoints(folder, epochs, steps, time, last, best, true);
  }

  /** Whether nothing was said of when. */
  private boolean usual() {
    return epochs == 0 && steps == 0 && time.isZero();
  }

  /** Whether one is due after an epoch. */
  public boolean dueAfterEpoch(int epoch) {
    return usual() || (epochs > 0 && epoch % epochs == 0);
  }

  /**
   * Whether one is due after a step.
   *
   * @param step of the run, from 1
   * @param since the last one, or the beginning
   */
  public boolean dueAfterStep(long step, Duration since) {
    return (steps > 0 && step % steps == 0) || (!time.isZero() && since.compareTo(time) >= 0);
  }
}
