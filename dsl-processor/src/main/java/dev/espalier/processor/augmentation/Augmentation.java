package dev.espalier.processor.augmentation;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.room.Range;
import dev.espalier.processor.room.Room;
import java.util.List;

/**
 * The room of one augmentation.
 *
 * @param annotation its simple name
 * @param feature the annotation of the features that it acts on
 * @param method the factory of the runtime's {@code Augmentations}
 * @param settings the members that the factory takes, in its order
 * @param ranges what they may be
 */
public record Augmentation(
    String annotation, String feature, String method, List<String> settings, List<Range> ranges)
    implements Room {

  /** The augmentation as a call of the factory. */
  public Operation call(Mark mark) {
    return Operation.call("Augmentations", method, settings.stream().map(mark::plain).toList());
  }
}
