package dev.espalier.processor.task;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;

/** A set of an enum's constants, or a {@code boolean[]} of a given length: any of several. */
final class LabelSet implements LabelKind {

  @Override
  public boolean takes(ValueType type) {
    return type.form() == Form.CONSTANT_SET || type.form() == Form.BOOLEANS;
  }

  @Override
  public boolean needsLength(ValueType type) {
    return type.form() == Form.BOOLEANS;
  }

  @Override
  public Kind kind(Component label, Mark head) {
    return new Kind.MultiLabel(
        label
            .type()
            .constants()
            .map(ValueType.EnumType::names)
            .orElseGet(() -> ClassLabel.numbered(head.integer("length"))));
  }

  @Override
  public String head() {
    return "multiLabel";
  }

  @Override
  public String defaultLoss() {
    return "CrossEntropy";
  }
}
