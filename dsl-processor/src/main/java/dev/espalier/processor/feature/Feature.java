package dev.espalier.processor.feature;

import dev.espalier.processor.plan.Encoding;
import dev.espalier.processor.plan.Table;
import dev.espalier.processor.plan.Writing;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import dev.espalier.processor.room.Room;
import java.util.Optional;

/** The room of one feature annotation. */
public interface Feature extends Room {

  /** Whether it can stand on a type. */
  boolean takes(ValueType type);

  /** What it can stand on, in words: {@code numbers, boolean or float[]}. */
  String takesWords();

  /**
   * What to write where it stands on a type that it does not take and that comes near to one that
   * it does: {@code Make it a float[].}
   */
  default Optional<String> nearest(ValueType type) {
    return Optional.empty();
  }

  /** How generated code hands a value of a type over. */
  Writing writing(ValueType type);

  /** Whether a row may lack a value of a type as a whole, so that nothing can be predicted. */
  default boolean mayBeAbsent(ValueType type) {
    return true;
  }

  /** Whether the type leaves open how long the feature is: {@code length} says it. */
  default boolean needsLength(ValueType type) {
    return false;
  }

  /** The embedding table that the feature declares for itself and for those that share it. */
  default Optional<Table> table(Component component, Mark mark) {
    return Optional.empty();
  }

  /** How the feature enters the network. */
  Encoding encode(Component component, Mark mark, Beside beside);

  /** What stands beside a feature in its example. */
  interface Beside {

    /** The table that a feature declares. */
    Table table(String feature);

    /** A component by its name. */
    Component component(String name);
  }
}
