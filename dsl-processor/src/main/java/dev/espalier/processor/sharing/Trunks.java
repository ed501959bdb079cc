package dev.espalier.processor.sharing;

import dev.espalier.processor.plan.Vertex;
import java.util.List;
import java.util.Optional;

/** What a sharing scheme builds with: copies of the trunk that the user wrote. */
public interface Trunks {

  /** The tasks, in the order of declaration. */
  List<String> tasks();

  /**
   * A copy of the trunk on all features.
   *
   * @param path the start of its addresses: {@code trunk}, {@code trunk-click}
   * @param tables the copy of the embedding tables: {@code tables}, {@code tables-click}
   */
  Trunk trunk(String path, String tables);

  /** One copy of the trunk; values are built when they are asked for. */
  interface Trunk {
    /** Its output; empty when a mistake in it has been reported. */
    Optional<Vertex> output();

    /** One of its layers; empty when a mistake in it has been reported. */
    Optional<Vertex> layer(String name);
  }
}
