package dev.espalier.processor.sharing;

import dev.espalier.processor.read.Mark;
import dev.espalier.processor.room.Range;
import dev.espalier.processor.room.Room;
import java.util.List;
import java.util.Optional;

/** The room of one sharing scheme. */
public interface Sharing extends Room {

  /** The scheme in words, for reports and the model card. */
  String words();

  /** The member that says the units of a trunk which is written as units. */
  default String units() {
    return "value";
  }

  /** Whether each entry of the units, or of the networks, is a trunk on top of the one before. */
  default boolean isInLevels() {
    return false;
  }

  /**
   * The member that names layers of the trunk at which the scheme does something, if it has one.
   */
  default Optional<String> at() {
    return Optional.empty();
  }

  /** Whether the scheme is about several tasks, so that with a single one it says nothing. */
  default boolean isForSeveralTasks() {
    return false;
  }

  /** The units of a trunk that is written as units. */
  @Override
  default List<Range> ranges() {
    return List.of(
        Range.atLeast(units(), "The number of units of a layer", 1).atMost(Range.MOST_UNITS));
  }

  /**
   * Builds the scheme's view from trunks and features.
   *
   * @param mark the annotation, for its settings
   */
  TrunkView view(Mark mark, Trunks trunks);
}
