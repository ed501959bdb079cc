package dev.espalier.processor.plan;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import java.util.Optional;

/**
 * A task.
 *
 * @param component its label
 * @param kind what it predicts
 * @param head the head's method in the runtime's {@code Heads}
 * @param writing how generated code hands a label over
 * @param predicted the form of what it predicts
 * @param loss the call of the runtime's {@code Losses}
 * @param domain what the numbers of the label may be: a constant of the runtime's {@code Domain},
 *     empty for any
 * @param weight factor of its loss in the objective
 * @param mark the {@code @TaskHead}
 * @param given the {@code @Given} that names its condition
 * @param notAbove the {@code @NotAbove} that names the task which it should not be likelier than
 */
public record TaskPlan(
    Component component,
    Kind kind,
    String head,
    Writing writing,
    Predicted predicted,
    Operation loss,
    Optional<String> domain,
    double weight,
    Mark mark,
    Optional<Mark> given,
    Optional<Mark> notAbove) {

  /** Whether rows are drawn by its classes. */
  public boolean resampled() {
    return component.has("Resampled");
  }

  /** The label's name. */
  public String name() {
    return component.name();
  }
}
