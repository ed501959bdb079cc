package dev.espalier.processor.room;

import java.util.List;

/** The processor's side of one annotation. */
public interface Room {

  /** The annotation's simple name. */
  String annotation();

  /** What its numbers may be. */
  default List<Range> ranges() {
    return List.of();
  }
}
