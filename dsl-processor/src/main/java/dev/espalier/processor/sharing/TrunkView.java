package dev.espalier.processor.sharing;

import dev.espalier.processor.plan.LearntTable;
import dev.espalier.processor.plan.Vertex;
import java.util.List;
import java.util.Optional;

/** What the trunk is to each task: the only question that heads, towers and layers ever ask. */
public interface TrunkView {

  /** The trunk's output; empty when a mistake in it has been reported. */
  Optional<Vertex> output(String task);

  /** A layer of the trunk; empty when a mistake in it has been reported. */
  Optional<Vertex> layer(String task, String layer);

  /** The copy of the embedding tables: {@code tables}, or one of the task's own. */
  default String tables(String task) {
    return "tables";
  }

  /** What the scheme learns that can be looked at. */
  default List<LearntTable> learnt() {
    return List.of();
  }

  /** Layers at which the scheme was told to do something and no task takes what it does. */
  default List<String> unused() {
    return List.of();
  }

  /**
   * Values in the order in which they are best read, where that is not the order in which one task
   * after the other takes them.
   */
  default List<Vertex> inOrder() {
    return List.of();
  }
}
