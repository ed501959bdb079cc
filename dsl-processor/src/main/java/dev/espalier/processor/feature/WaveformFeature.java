package dev.espalier.processor.feature;

import dev.espalier.processor.plan.Encoding;
import dev.espalier.processor.plan.Writing;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import dev.espalier.processor.room.Range;
import java.util.List;

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
  public Writing writing(ValueType type) {
    return Writing.itself("sound");
  }

  @Override
  public Encoding encode(Component component, Mark mark, Beside beside) {
    return new Encoding.Sound(mark.integer("samples"), mark.integer("rate"));
  }
}
