package dev.espalier.processor.feature;

import dev.espalier.processor.plan.Encoding;
import dev.espalier.processor.plan.Writing;
import dev.espalier.processor.plan.Writing.As;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import dev.espalier.processor.room.Range;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code @Numeric}. */
final class NumericFeature implements Feature {
  private static final Set<Form> FORMS =
      EnumSet.of(Form.FLOAT, Form.DOUBLE, Form.INT, Form.LONG, Form.BOOLEAN, Form.FLOATS);

  @Override
  public String annotation() {
    return "Numeric";
  }

  @Override
  public List<Range> ranges() {
    return List.of(
        Range.atLeast("length", "The length of a feature", 1).atMost(Range.MOST_UNITS),
        Range.atLeast("clip", "The number of standard deviations to clip at", 0),
        Range.finite("fill", "What stands in for a missing number"));
  }

  @Override
  public boolean takes(ValueType type) {
    return FORMS.contains(type.form());
  }

  @Override
  public String takesWords() {
    return "numbers, boolean or float[]";
  }

  @Override
  public Writing writing(ValueType type) {
    return type.form() == Form.FLOATS
        ? Writing.itself("numbers")
        : new Writing("number", As.NUMBER);
  }

  /** A single number that is missing is filled in. */
  @Override
  public boolean mayBeAbsent(ValueType type) {
    return type.form() == Form.FLOATS;
  }

  @Override
  public boolean needsLength(ValueType type) {
    return type.form() == Form.FLOATS;
  }

  @Override
  public Encoding encode(Component component, Mark mark, Beside beside) {
    return new Encoding.Number(
        mark.integer("length"),
        mark.constant("normalize"),
        mark.constant("missing"),
        mark.number("fill"),
        mark.flag("indicator"),
        mark.number("clip"));
  }
}
