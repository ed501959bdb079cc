package dev.espalier.runtime.train.option;

import dev.espalier.runtime.optimize.RateSchedule;
import java.util.List;
import java.util.Map;

/**
 * What a builder was told of parts of the model, by their addresses; immutable.
 *
 * @param frozen what is not updated although the model says so
 * @param thawed what is updated although the model says it is frozen
 * @param thawedAt the first epoch of a run in which a part is updated
 * @param rateScales factors of the learning rate to use instead of the model's own
 * @param rateSchedules schedules of the learning rate to follow instead of the run's
 */
public record PartOptions(
    List<String> frozen,
    List<String> thawed,
    Map<String, Integer> thawedAt,
    Map<String, Double> rateScales,
    Map<String, RateSchedule> rateSchedules) {

  /** Options with collections that nobody changes. */
  public PartOptions {
    frozen = List.copyOf(frozen);
    thawed = List.copyOf(thawed);
    thawedAt = Map.copyOf(thawedAt);
    rateScales = Map.copyOf(rateScales);
    rateSchedules = Map.copyOf(rateSchedules);
  }
}
