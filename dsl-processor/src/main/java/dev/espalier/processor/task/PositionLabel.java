package dev.espalier.processor.task;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Predicted;
import dev.espalier.processor.plan.Writing;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An array of an enum, {@code int[]} or {@code byte[]}: a class for each token or pixel, whichever
 * the feature is that it runs along.
 */
final class PositionLabel implements LabelKind {
  private static final Set<Form> FORMS = EnumSet.of(Form.CONSTANTS, Form.INTS, Form.BYTES);

  @Override
  public boolean takes(Component label) {
    return FORMS.contains(label.type().form());
  }

  @Override
  public boolean needsClasses(ValueType type) {
    return type.form() != Form.CONSTANTS;
  }

  @Override
  public Optional<Along> along() {
    return Optional.of(new Along(List.of("Tokens", "Image"), true));
  }

  @Override
  public Kind kind(Component label, Mark head, Function<String, Component> components) {
    List<String> classes = ClassNames.of(label, head, "classes");
    Component along = components.apply(head.text("along"));
    Optional<Mark> picture = along.mark("Image");
    if (picture.isPresent()) {
      return new Kind.PixelClasses(
          classes,
          picture.get().integer("height"),
          picture.get().integer("width"),
          along.name(),
          head.integer("ignore"));
    }
    Mark tokens = along.mark("Tokens").orElseThrow();
    return new Kind.TokenClasses(classes, tokens.integer("length"), along.name());
  }

  @Override
  public Writing writing(ValueType type) {
    return Writing.itself("labels");
  }

  @Override
  public Predicted predicted() {
    return Predicted.CLASS_EACH;
  }

  @Override
  public String head() {
    return "positions";
  }
}
