package dev.espalier.processor.feature;

import dev.espalier.processor.plan.Encoding;
import dev.espalier.processor.plan.Writing;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.ArrayType;

/** {@code @Waveform}. */
final class WaveformFeature implements Feature {

  @Override
  public String annotation() {
    return "Waveform";
  }

  @Override
  public List<Range> ranges() {
    return List.of(
        Range.atLeast("samples", "The number of samples", 1).atMost(1 << 24),
        Range.atLeast("rate", "The sample rate", 1));
  }

  @Override
  public boolean takes(ValueType type) {
    return type.form() == Form.FLOATS || type.form() == Form.SHORTS;
  }

  @Override
  public String takesWords() {
    return "float[] or short[]";
  }

  @Override
  public Optional<String> nearest(ValueType type) {
    if (type.form() == Form.TEXT || type.form() == Form.PATH) {
      return Optional.of(
          "Read the file beforehand, and make it a short[] or float[] of its samples.");
    }
    return type.mirror() instanceof ArrayType array
            && array.getComponentType().getKind().isPrimitive()
        ? Optional.of("Make it a short[] or float[] of its samples.")
        : Optional.empty();
  }

  @Override
  public Writing writing(ValueType type) {
    return Writing.itself("sound");
  }

  @Override
  public Encoding encode(Component component, Mark mark, Beside beside) {
    return new Encoding.Sound(mark.integer("samples"), mark.integer("rate"));
  }
}
