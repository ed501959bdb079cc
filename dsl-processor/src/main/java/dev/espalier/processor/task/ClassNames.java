package dev.espalier.processor.task;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import java.util.List;
import java.util.stream.IntStream;

/** What the classes or labels of a task are called. */
final class ClassNames {
  private ClassNames() {}

  /** The constants of an enum; else 0, 1, 2, as many as a member of the head says. */
  static List<String> of(Component label, Mark head, String member) {
    return label
        .type()
        .constants()
        .map(ValueType.EnumType::names)
        .orElseGet(
            () -> IntStream.range(0, head.integer(member)).mapToObj(Integer::toString).toList());
  }
}
