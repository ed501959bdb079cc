package dev.espalier.runtime.train.option;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a builder was told of when tasks are trained; immutable.
 *
 * @param curriculum when tasks join that are not there from the beginning
 * @param stopping when single tasks stop, by name
 * @param allStopping when every other trained task stops
 */
public record TaskOptions(
    List<Curriculum<?>> curriculum,
    Map<String, EarlyStopping> stopping,
    Optional<EarlyStopping> allStopping) {

  /** Options with collections that nobody changes. */
  public TaskOptions {
    curriculum = List.copyOf(curriculum);
    stopping = Map.copyOf(stopping);
  }

  /** When a task stops, if it does. */
  public Optional<EarlyStopping> stopping(String task) {
    return Optional.ofNullable(stopping.get(task)).or(() -> allStopping);
  }
}
