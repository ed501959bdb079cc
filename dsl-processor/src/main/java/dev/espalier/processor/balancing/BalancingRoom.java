package dev.espalier.processor.balancing;

import dev.espalier.processor.plan.Constant;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.room.Range;
import dev.espalier.processor.room.Room;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.VariableElement;

/**
 * The room of one balancing annotation.
 *
 * @param annotation its simple name; with a small first letter, the factory of the runtime's {@code
 *     Balancing}
 * @param needs what of a model the method can't do without
 * @param settings the members that the factory takes, in its order
 * @param ranges what they may be
 */
public record BalancingRoom(
    String annotation, Needs needs, List<String> settings, List<Range> ranges) implements Room {

  /** A method that weighs the losses of tasks. */
  static BalancingRoom ofLosses(String annotation, Range... ranges) {
    return new BalancingRoom(annotation, Needs.TASKS, members(List.of(ranges)), List.of(ranges));
  }

  /** A method that mixes the gradients of tasks. */
  static BalancingRoom ofGradients(String annotation, Range... ranges) {
    return new BalancingRoom(
        annotation, Needs.SHARED_PARAMETERS, members(List.of(ranges)), List.of(ranges));
  }

  private static List<String> members(List<Range> ranges) {
    return ranges.stream().map(Range::member).toList();
  }

  /** The same whose factory takes these members, not all of them numbers. */
  BalancingRoom taking(String... members) {
    return new BalancingRoom(annotation, needs, List.of(members), ranges);
  }

  /** The same that can't do without something else. */
  BalancingRoom needing(Needs other) {
    return new BalancingRoom(annotation, other, settings, ranges);
  }

  /** The method as a call of the factory. */
  public Operation call(Mark mark) {
    String factory = annotation.substring(0, 1).toLowerCase(Locale.ROOT) + annotation.substring(1);
    return Operation.call(
        "Balancing", factory, settings.stream().map(member -> setting(mark, member)).toList());
  }

  private static Object setting(Mark mark, String member) {
    return mark.plain(member) instanceof VariableElement constant
        ? new Constant(
            constant.getEnclosingElement().getSimpleName().toString(),
            constant.getSimpleName().toString())
        : mark.plain(member);
  }
}
