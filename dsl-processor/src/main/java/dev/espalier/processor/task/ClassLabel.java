package dev.espalier.processor.task;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Predicted;
import dev.espalier.processor.plan.Writing;
import dev.espalier.processor.plan.Writing.As;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** An enum, or an {@code int} with a number of classes: one of several, with or without order. */
record ClassLabel(Predicate<Component> isKind, Function<List<String>, Kind> kind, String head)
    implements LabelKind {

  /** Classes without order. */
  static ClassLabel unordered() {
    return new ClassLabel(label -> true, Kind.MultiClass::new, "multiClass");
  }

  /** {@code @Ordinal}: classes in order. */
  static ClassLabel ordinal() {
    return new ClassLabel(label -> label.has("Ordinal"), Kind.OrderedClasses::new, "ordinal");
  }

  @Override
  public boolean takes(Component label) {
    Form form = label.type().form();
    return (form == Form.CONSTANT || form == Form.INT) && isKind.test(label);
  }

  @Override
  public boolean needsClasses(ValueType type) {
    return type.form() == Form.INT;
  }

  @Override
  public Kind kind(Component label, Mark head, Function<String, Component> components) {
    return kind.apply(ClassNames.of(label, head, "classes"));
  }

  @Override
  public Writing writing(ValueType type) {
    return type.form() == Form.CONSTANT
        ? new Writing("label", As.ORDINAL)
        : Writing.itself("label");
  }

  @Override
  public Predicted predicted() {
    return Predicted.CLASS;
  }
}
