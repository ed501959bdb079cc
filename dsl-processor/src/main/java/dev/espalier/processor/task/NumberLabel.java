package dev.espalier.processor.task;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Predicted;
import dev.espalier.processor.plan.Writing;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code float} or {@code double}, or a {@code float[]} of a given length: regression.
 *
 * @param forms the forms of the type
 * @param predicted one number or several
 */
record NumberLabel(Set<Form> forms, Predicted predicted) implements LabelKind {

  /** One number. */
  static NumberLabel one() {
    return new NumberLabel(Set.of(Form.FLOAT, Form.DOUBLE), Predicted.NUMBER);
  }

  /** Several numbers. */
  static NumberLabel several() {
    return new NumberLabel(Set.of(Form.FLOATS), Predicted.NUMBERS);
  }

  @Override
  public boolean takes(Component label) {
    return forms.contains(label.type().form());
  }

  @Override
  public boolean needsLength(ValueType type) {
    return type.form() == Form.FLOATS;
  }

  @Override
  public Kind kind(Component label, Mark head, Function<String, Component> components) {
    int length = needsLength(label.type()) ? head.integer("length") : 1;
    return new Kind.Regression(length, head.flag("standardize"));
  }

  @Override
  public boolean predictsProbabilities() {
    return false;
  }

  @Override
  public Writing writing(ValueType type) {
    return switch (type.form()) {
      case DOUBLE -> new Writing("label", Writing.As.NUMBER);
      case FLOATS -> Writing.itself("labels");
      default -> Writing.itself("label");
    };
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
