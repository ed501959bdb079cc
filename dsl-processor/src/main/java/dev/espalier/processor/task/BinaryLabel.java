package dev.espalier.processor.task;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;

/** {@code boolean}: yes or no. */
final class BinaryLabel implements LabelKind {

  @Override
  public boolean takes(ValueType type) {
    return type.form() == Form.BOOLEAN;
  }

  @Override
  public Kind kind(Component label, Mark head) {
    return new Kind.Binary();
  }

  @Override
  public String head() {
    return "binary";
  }

  @Override
  public String defaultLoss() {
    return "CrossEntropy";
  }
}
