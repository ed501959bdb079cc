package dev.espalier.runtime.train.option;

import java.time.Duration;
import java.util.Optional;

/**
 * What a builder was told of how a run goes and ends; immutable.
 *
 * @param checkpoints where and when they are written, if they are
 * @param best whether it ends with the weights of the best validation, and early
 * @param validationSteps of the run after which it is validated beside after every epoch; 0 for
 *     none
 * @param maxSteps after which it ends; 0 for no limit
 * @param maxTime after which it ends; 0 for no limit
 * @param nonFinite what is done when something is no finite number
 * @param stoppingOnInterrupt whether it ends in order when the program is told to end
 */
public record RunOptions(
    Optional<Checkpoints> checkpoints,
    Optional<BestWeights> best,
    int validationSteps,
    long maxSteps,
    Duration maxTime,
    NonFinite nonFinite,
    boolean stoppingOnInterrupt) {

  /** Whether a run may go back to a checkpoint. */
  public boolean goesBack() {
    return nonFinite instanceof NonFinite.GoBack;
  }

  /** Whether validations decide something, so that there has to be a set for them. */
  public boolean looksAtValidation() {
    return best.isPresent()
        || validationSteps > 0
        || checkpoints.flatMap(Checkpoints::best).isPresent();
  }
}
