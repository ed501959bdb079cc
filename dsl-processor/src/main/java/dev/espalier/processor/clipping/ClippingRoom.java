package dev.espalier.processor.clipping;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.room.Range;
import dev.espalier.processor.room.Room;
import java.util.List;

/**
 * The room of one annotation that clips gradients.
 *
 * @param annotation its simple name
 * @param method the factory of the runtime's {@code Clipping}, which takes the annotation's value
 */
public record ClippingRoom(String annotation, String method) implements Room {

  @Override
  public List<Range> ranges() {
    return List.of(Range.positive("value", "The bound of a gradient"));
  }

  /** The clipping as a call of the factory. */
  public Operation call(Mark mark) {
    return Operation.call("Clipping", method, List.of(mark.plain("value")));
  }
}
