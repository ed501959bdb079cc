package dev.espalier.processor.feature;

import dev.espalier.processor.plan.Encoding;
import dev.espalier.processor.plan.Writing;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import dev.espalier.processor.room.Range;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** {@code @Image}. */
final class ImageFeature implements Feature {
  private static final int MOST_PIXELS = 1 << 13;
  private static final Set<Form> FORMS = EnumSet.of(Form.BYTES, Form.PICTURE, Form.PATH);

  @Override
  public String annotation() {
    return "Image";
  }

  @Override
  public List<Range> ranges() {
    return List.of(
        Range.atLeast("height", "The height of a picture", 1).atMost(MOST_PIXELS),
        Range.atLeast("width", "The width of a picture", 1).atMost(MOST_PIXELS),
        Range.atLeast("channels", "The number of channels", 1).atMost(4),
        Range.finite("mean", "The mean of a channel"),
        Range.positive("deviation", "The standard deviation of a channel"));
  }

  @Override
  public boolean takes(ValueType type) {
    return FORMS.contains(type.form());
  }

  @Override
  public String takesWords() {
    return "byte[], BufferedImage or Path";
  }

  @Override
  public Optional<String> nearest(ValueType type) {
    if (type.form() == Form.TEXT) {
      return Optional.of("Make it a Path, if it is the name of a file.");
    }
    if (isSeveral(type.mirror())) {
      return Optional.of(
          "A component is one picture, a byte[], BufferedImage or Path: give each picture a"
              + " component of its own.");
    }
    return type.mirror() instanceof ArrayType array
            && array.getComponentType().getKind().isPrimitive()
        ? Optional.of("Make it a byte[] of the pixels, row by row, each with its channels.")
        : Optional.empty();
  }

  /** Whether a type is an array or collection of what may be pictures. */
  private static boolean isSeveral(TypeMirror type) {
    return type instanceof ArrayType array && !array.getComponentType().getKind().isPrimitive()
        || type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty();
  }

  @Override
  public Writing writing(ValueType type) {
    return Writing.itself("picture");
  }

  @Override
  public Encoding encode(Component component, Mark mark, Beside beside) {
    return new Encoding.Picture(
        mark.integer("height"),
        mark.integer("width"),
        mark.integer("channels"),
        mark.constant("fit"),
        mark.constant("normalize"),
        mark.numbers("mean"),
        mark.numbers("deviation"),
        mark.text("along"));
  }
}
