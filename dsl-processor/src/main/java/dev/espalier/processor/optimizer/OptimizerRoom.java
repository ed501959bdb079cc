package dev.espalier.processor.optimizer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.room.Range;
import dev.espalier.processor.room.Room;
import java.util.List;

/**
 * The room of one optimizer annotation.
 *
 * @param annotation its simple name
 * @param method the factory of the runtime's {@code Optimizer}
 * @param settings the members that the factory takes, in its order
 * @param ranges what they may be
 */
public record OptimizerRoom(
    String annotation, String method, List<String> settings, List<Range> ranges) implements Room {

  /** The optimizer as a call of the factory. */
  public Operation call(Mark mark) {
    return Operation.call("Optimizer", method, settings.stream().map(mark::plain).toList());
  }
}
