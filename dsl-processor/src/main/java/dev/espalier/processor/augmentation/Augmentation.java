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
 * @param stage where it acts
 * @param moves whether what runs along the feature follows it, so that it is not the follower's own
 * @param method the method of the runtime that it becomes
 * @param settings the members that the method takes, in its order
 * @param ranges what they may be
 */
public record Augmentation(
    String annotation,
    String feature,
    Stage stage,
    boolean moves,
    String method,
    List<String> settings,
    List<Range> ranges)
    implements Room {

  /** Where an augmentation acts. */
  public enum Stage {
    /** On the rows of a batch: a factory of the runtime's {@code Augmentations}. */
    ROWS,
    /** On the spectrogram that a layer makes of a sound: a method of {@code SpecMasks}. */
    SPECTROGRAM
  }

  /** The augmentation as a call. */
  Operation call(Mark mark) {
    List<Object> values = settings.stream().map(mark::plain).toList();
    return stage == Stage.ROWS
        ? Operation.call("Augmentations", method, values)
        : Operation.at("SpecMasks", method, values);
  }
}
