package dev.espalier.processor.task;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import java.util.List;
import java.util.stream.IntStream;

/** An enum, or an {@code int} with a number of classes: one of several. */
final class ClassLabel implements LabelKind {

  @Override
  public boolean takes(ValueType type) {
    return type.form() == Form.CONSTANT || type.form() == Form.INT;
  }

  @Override
  public boolean needsClasses(ValueType type) {
    return type.form() == Form.INT;
  }

  @Override
  public Kind kind(Component label, Mark head) {
    return new Kind.MultiClass(
        label
            .type()
            .constants()
            .map(ValueType.EnumType::names)
            .orElseGet(() -> numbered(head.integer("classes"))));
  }

  /** Classes without names: 0, 1, 2. */
  static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  @Override
  public String head() {
    return "multiClass";
  }

  @Override
  public String defaultLoss() {
    return "CrossEntropy";
  }
}
