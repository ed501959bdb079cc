package dev.espalier.processor.sharing;

import dev.espalier.processor.room.Range;
import dev.espalier.processor.room.Room;
import java.util.List;

/** The room of one sharing scheme. */
public interface Sharing extends Room {

  /** The scheme in words, for reports and the model card. */
  String words();

  /** The units of a trunk that is written as units. */
  @Override
  default List<Range> ranges() {
    return List.of(
        Range.atLeast("value", "The number of units of a layer", 1).atMost(Range.MOST_UNITS));
  }

  /** Builds the scheme's view from trunks and features. */
  TrunkView view(Trunks trunks);
}
