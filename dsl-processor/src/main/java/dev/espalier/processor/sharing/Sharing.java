package dev.espalier.processor.sharing;

import dev.espalier.processor.room.Room;

/** The room of one sharing scheme. */
public interface Sharing extends Room {

  /** The scheme in words, for reports and the model card. */
  String words();

  /** Builds the scheme's view from trunks and features. */
  TrunkView view(Trunks trunks);
}
