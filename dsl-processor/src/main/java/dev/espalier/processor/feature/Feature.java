package dev.espalier.processor.feature;

import dev.espalier.processor.plan.Encoding;
import dev.espalier.processor.plan.Table;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import dev.espalier.processor.room.Room;
import java.util.function.Function;

/** The room of one feature annotation. */
public interface Feature extends Room {

  /** Whether it can stand on a type. */
  boolean takes(ValueType type);

  /** What it can stand on, in words: {@code numbers, boolean or float[]}. */
  String takesWords();

  /**
   * How the feature enters the network.
   *
   * @param tables the table that a feature declares, by the feature's name
   */
  Encoding encode(Component component, Mark mark, Function<String, Table> tables);
}
