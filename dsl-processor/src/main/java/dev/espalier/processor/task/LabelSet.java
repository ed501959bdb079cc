package dev.espalier.processor.task;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Predicted;
import dev.espalier.processor.plan.Writing;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import java.util.function.Function;

/**
 * A set of an enum's constants, or a {@code boolean[]} of a given length: any of several.
 *
 * @param form the form of the type
 * @param predicted a set is predicted with its constants, an array as one
 */
record LabelSet(Form form, Predicted predicted) implements LabelKind {

  /** A set of constants. */
  static LabelSet ofConstants() {
    return new LabelSet(Form.CONSTANT_SET, Predicted.LABELS);
  }

  /** An array of truth values. */
  static LabelSet ofFlags() {
    return new LabelSet(Form.BOOLEANS, Predicted.NUMBERS);
  }

  @Override
  public boolean takes(Component label) {
    return label.type().form() == form;
  }

  @Override
  public boolean needsLength(ValueType type) {
    return type.form() == Form.BOOLEANS;
  }

  @Override
  public Kind kind(Component label, Mark head, Function<String, Component> components) {
    return new Kind.MultiLabel(ClassNames.of(label, head, "length"));
  }

  @Override
  public Writing writing(ValueType type) {
    return Writing.itself("labels");
  }

  @Override
  public String head() {
    return "multiLabel";
  }
}
