package dev.espalier.processor.planner;

import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.report.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What names mean outside a network: features, trunk layers, tasks. */
interface Outside {

  /** The meanings of a name, by address. */
  List<Meaning> meanings(String name);

  /** What is at an address. */
  Found at(String address, Asked asked);

  /** The names that mean something. */
  List<String> names();

  /** All addresses that lead to something. */
  default List<String> addresses() {
    return names().stream().flatMap(name -> meanings(name).stream()).map(Meaning::address).toList();
  }

  /** Whether a name means something. */
  default boolean knows(String name) {
    return !meanings(name).isEmpty();
  }

  /** Whether this is the outside of a block, which sees nothing, though the name has a meaning. */
  default boolean hides(String name) {
    return false;
  }

  /** Whether a name or an address leads to a task that can't be seen from here. */
  default Optional<String> unseenTask(String address) {
    return Optional.empty();
  }

  /** One meaning of a name. */
  record Meaning(String address) {}

  /**
   * What an address leads to.
   *
   * @param known whether there is anything
   * @param value its value; empty also when a mistake in it has been reported
   */
  record Found(boolean known, Optional<Vertex> value) {
    static final Found NOTHING = new Found(false, Optional.empty());

    static Found of(Optional<Vertex> value) {
      return new Found(true, value);
    }
  }

  /** Who asks, for messages: where a circle of tasks is closed. */
  record Asked(Origin origin) {}

  /** The outside of a block: nothing is visible. */
  static Outside ofBlock(Predicate<String> around) {
    return new Outside() {
      @Override
      public List<Meaning> meanings(String name) {
        return List.of();
      }

      @Override
      public Found at(String address, Asked asked) {
        return Found.NOTHING;
      }

      @Override
      public List<String> names() {
        return List.of();
      }

      @Override
      public boolean hides(String name) {
        return around.test(name);
      }
    };
  }
}
