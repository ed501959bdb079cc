package dev.espalier.processor.sharing;

import dev.espalier.processor.plan.Junction;
import dev.espalier.processor.plan.Vertex;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a sharing scheme builds with: copies of the trunk that the user wrote. Behind stems a scheme
 * is built once for each stem, from the same weights, and sees nothing of the others.
 */
public interface Trunks {

  /** The tasks, in the order of declaration. */
  List<String> tasks();

  /** What flows into the trunk for a task: all features, built when it is asked for. */
  Supplier<Optional<Vertex>> in(String task, String tables);

  /**
   * What flows into the trunk for a task, for what looks at all of it and not at its positions:
   * values whose means over their positions can be joined, though they themselves may not.
   */
  List<Vertex> summary(String task, String tables);

  /** A copy of the trunk on all features, its levels one after the other. */
  default Trunk trunk(String path, String tables) {
    return trunk(path, tables, in(tasks().get(0), tables));
  }

  /**
   * A copy of the trunk, its levels one after the other.
   *
   * @param path the start of its addresses: {@code trunk}, {@code trunk-click}
   * @param tables the copy of the embedding tables: {@code tables}, {@code tables-click}
   * @param in what flows in
   */
  default Trunk trunk(String path, String tables, Supplier<Optional<Vertex>> in) {
    return trunk(path, tables, in, (layer, value) -> Optional.of(value));
  }

  /** The same, going on from layers with what takes their place. */
  Trunk trunk(String path, String tables, Supplier<Optional<Vertex>> in, Detour detour);

  /** What takes the place of a layer for all that takes it, inside a trunk and outside. */
  @FunctionalInterface
  interface Detour {
    /**
     * The value itself, or what takes its place; empty when a mistake in it has been reported.
     *
     * @param layer by its address in the trunk
     */
    Optional<Vertex> from(String layer, Vertex value);
  }

  /** A copy of one level, from 0. */
  default Trunk level(int level, String path, String tables, Supplier<Optional<Vertex>> in) {
    return level(level, path, tables, in, (layer, value) -> Optional.of(value));
  }

  /** The same, going on from layers with what takes their place. */
  Trunk level(int level, String path, String tables, Supplier<Optional<Vertex>> in, Detour detour);

  /** The levels of the trunk as the user wrote them. */
  TrunkLevels written();

  /**
   * A value that the scheme makes of others; what it learns is addressed by its path.
   *
   * @param path its unique name: {@code gates.click}
   * @param address of what it stands for: {@code trunk.wide}, or its path
   */
  Vertex join(String path, String address, Junction junction, List<Vertex> inputs);

  /** One copy of the trunk; values are built when they are asked for. */
  interface Trunk {
    /** Its output; empty when a mistake in it has been reported. */
    Optional<Vertex> output();

    /** One of its layers; empty when a mistake in it has been reported. */
    Optional<Vertex> layer(String name);

    /** One of its layers as it is before something takes its place. */
    Optional<Vertex> beforeDetour(String name);
  }
}
