package dev.espalier.processor.task;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import java.util.EnumSet;
import java.util.Set;

/** {@code float}, {@code double}, or a {@code float[]} of a given length: regression. */
final class NumberLabel implements LabelKind {
  private static final Set<Form> FORMS = EnumSet.of(Form.FLOAT, Form.DOUBLE, Form.FLOATS);

  @Override
  public boolean takes(ValueType type) {
    return FORMS.contains(type.form());
  }

  @Override
  public boolean needsLength(ValueType type) {
    return type.form() == Form.FLOATS;
  }

  @Override
  public Kind kind(Component label, Mark head) {
    int length = needsLength(label.type()) ? head.integer("length") : 1;
    return new Kind.Regression(length, head.flag("standardize"));
  }

  @Override
  public String head() {
    return "regression";
  }

  @Override
  public String defaultLoss() {
    return "Mse";
  }
}
