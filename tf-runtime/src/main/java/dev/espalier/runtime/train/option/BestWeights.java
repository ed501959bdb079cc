package dev.espalier.runtime.train.option;

import dev.espalier.runtime.metric.Score;
import dev.espalier.runtime.range.Parameters;

/**
 * That a run ends with the weights of its best validation, and perhaps that it ends when nothing
 * better comes: {@code builder().bestWeights(BestWeights.by(Score.of(CensusTask.income,
 * "auc")).patience(3))}.
 *
 * <p>After each validation the model is judged by a score. The weights and moving statistics of the
 * best one are kept in memory, and put back when the run ends, however it does unless it fails.
 * {@link EarlyStopping} is for tasks that stop one by one.
 *
 * @param score what is looked at
 * @param patience validations without anything better after which the run ends; 0 for never
 * @param leastGain what a value has to be better by to count as better, at least 0
 */
public record BestWeights(Score score, int patience, double leastGain) {

  /** Ends with the best weights, and not early. */
  public static BestWeights by(Score score) {
    return new BestWeights(score, 0, 0);
  }

  /** The same, ending the run after so many validations in a row without a better one. */
  public BestWeights patience(int validations) {
    Parameters.require(validations >= 1, "patience", "at least 1", validations);
    return new BestWeights(score, validations, leastGain);
  }

  /** The same with a value counting as better from so much on, at least 0; 0 unless said. */
  public BestWeights gainingAtLeast(double gain) {
    Parameters.require(gain >= 0 && Double.isFinite(gain), "gainingAtLeast", "at least 0", gain);
    return new BestWeights(score, patience, gain);
  }
}
