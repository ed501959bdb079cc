package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Origin;
import java.util.List;

/** A layer where it is used: its settings, and what flows into it. */
public interface LayerUse {

  /** The annotation. */
  Mark mark();

  /** A whole number of the annotation, {@code UNITS} and {@code STRIDE} replaced. */
  int integer(String member);

  /** What flows in; one shape for a layer that takes one. */
  List<Input> inputs();

  /** The shape of the first input. */
  default Shape input() {
    return inputs().get(0).shape();
  }

  /** Whether the line's activation is like ReLU. */
  boolean reluFollows();

  /** Says that the shapes don't go together. */
  void shapesDontFit(String sentence, String help);

  /**
   * One input.
   *
   * @param name as the user calls it
   * @param shape its shape
   * @param origin the parameter that takes it
   * @param source what made it, in words: {@code Dense}
   */
  record Input(String name, Shape shape, Origin origin, String source) {
    @Override
    public String toString() {
      return name + " is " + shape + " (" + source + ")";
    }
  }
}
