package dev.espalier.processor.task;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Predicted;
import dev.espalier.processor.plan.Writing;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** A {@code float[]} with {@code @Box}: a box in a picture. */
final class BoxLabel implements LabelKind {

  @Override
  public boolean takes(Component label) {
    return label.type().form() == Form.FLOATS && label.has("Box");
  }

  @Override
  public OptionalInt fixedLength() {
    return OptionalInt.of(4);
  }

  @Override
  public Optional<Along> along() {
    return Optional.of(new Along(List.of("Image"), false));
  }

  @Override
  public Kind kind(Component label, Mark head, Function<String, Component> components) {
    return new Kind.OneBox(head.text("along"));
  }

  @Override
  public boolean predictsProbabilities() {
    return false;
  }

  @Override
  public Writing writing(ValueType type) {
    return Writing.itself("labels");
  }

  @Override
  public Predicted predicted() {
    return Predicted.NUMBERS;
  }

  @Override
  public String head() {
    return "oneBox";
  }

  @Override
  public String defaultLoss() {
    return "Huber";
  }
}
