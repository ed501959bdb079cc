package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /** Whether the line has a batch normalisation, which takes every bias before it off again. */
  boolean batchNormFollows();

  /** How a kernel starts, by the name of a constant of {@code Initializer}. */
  default String kernelStart() {
    return reluFollows() ? "HE_NORMAL" : "GLOROT_UNIFORM";
  }

  /** Says that the shapes don't go together. */
  void shapesDontFit(String sentence, String help);

  /** Whether the inputs can be concatenated; says so where they can't. */
  default boolean requireJoinable(String layer) {
    boolean joinable = inputs().stream().allMatch(each -> each.shape().joins(input()));
    if (!joinable && requireOneSequence(layer)) {
      shapesDontFit(
          layer
              + " takes several as their concatenation on the last axis, so that all other axes"
              + " have to agree: "
              + Input.list(inputs())
              + ".",
          Apart.help(inputs()).orElse("Bring their other axes to one shape first."));
    }
    return joinable;
  }

  /** Whether the inputs have one shape; says so where they don't. */
  default boolean requireEqual() {
    boolean equal = inputs().stream().allMatch(each -> each.shape().fits(input()));
    if (!equal && requireOneSequence(mark().toString())) {
      shapesDontFit(
          mark() + " takes equal shapes: " + Input.list(inputs()) + ".",
          Apart.help(inputs()).orElseGet(() -> Apart.unitsHelp(inputs())));
    }
    return equal;
  }

  /** Whether no two inputs run along sequences of their own; says so where they do. */
  default boolean requireOneSequence(String layer) {
    Optional<OwnLengths> own = OwnLengths.among(inputs().stream().map(Input::shape).toList());
    own.ifPresent(
        it ->
            shapesDontFit(
                layer
                    + " takes several position by position, and "
                    + it.words()
                    + ": "
                    + Input.list(inputs())
                    + ".",
                it.help()));
    return own.isEmpty();
  }

  /** Says that a shape has too many or too few axes for the layer. */
  void wrongRank(String sentence, String help);

  /** Says that no position is left of a shape. */
  void emptyShape(String sentence, String help);

  /** Says that TensorFlow would differentiate the layer wrongly. */
  void wrongGradient(String sentence, String help);

  /** Says that a sound's rate is said nowhere, or twice. */
  void whichRate(String sentence, String help);

  /** Says that a number of the annotation does not go with the others or with what flows in. */
  void outOfRange(String member, String sentence, String help);

  /** Says that a sequence has too many positions for the layer. */
  void tooLong(String sentence, String help);

  /** Whether what flows in is a sequence, {@code [length, units]}; says so where it isn't. */
  default boolean requireSequence() {
    boolean sequence = input().rank() == 2;
    if (!sequence) {
      wrongRank(
          mark() + " takes a sequence, [length, units]: " + inputs().get(0) + ".",
          input().rank() == 1
              ? "Give it a value for each position, or cut this into positions: @Reshape({-1, units})."
              : "Bring all axes but the last to one first: @Reshape({-1, "
                  + input().last()
                  + "}).");
    }
    return sequence;
  }

  /**
   * One input.
   *
   * @param name as the user calls it
   * @param shape its shape
   * @param origin the parameter that takes it
   * @param source what made it, in words: {@code Dense}
   */
  record Input(String name, Shape shape, Origin origin, String source) {

    /** What a layer of the line made of it. */
    public Input become(String newName, Shape newShape, String newSource) {
      return new Input(newName, newShape, origin, newSource);
    }

    /** Several as messages show them. */
    static String list(List<Input> inputs) {
      return inputs.stream().map(Input::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
      return name + " is " + shape + " (" + source + ")";
    }
  }
}
