package dev.espalier.processor.task;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Predicted;
import dev.espalier.processor.plan.Writing;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import java.util.function.Function;

/** {@code boolean}: yes or no. */
final class BinaryLabel implements LabelKind {

  @Override
  public boolean takes(Component label) {
    return label.type().form() == Form.BOOLEAN;
  }

  @Override
  public Kind kind(Component label, Mark head, Function<String, Component> components) {
    return new Kind.Binary();
  }

  @Override
  public Writing writing(ValueType type) {
    return Writing.itself("label");
  }

  @Override
  public Predicted predicted() {
    return Predicted.NUMBER;
  }

  @Override
  public String head() {
    return "binary";
  }
}
