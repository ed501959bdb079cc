package dev.espalier.runtime.step;

import java.util.Map;
import java.util.Optional;

/**
 * The learning rates of a step.
 *
 * @param usual of all parameters that lie in no part with a schedule of its own
 * @param byPart of those that do, by the part's address
 */
public record LearningRates(double usual, Map<String, Double> byPart) {

  /** One rate for all parameters. */
  public static LearningRates same(double rate) {
    return new LearningRates(rate, Map.of());
  }

  /** The rate under the schedule of a part, or of the run. */
  double under(Optional<String> schedule) {
    return schedule.map(byPart::get).orElse(usual);
  }
}
