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
import java.util.Set;

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
        mark.numbers("deviation"));
  }
}
