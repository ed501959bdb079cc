package dev.espalier.processor.task;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Predicted;
import dev.espalier.processor.plan.Writing;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The room of one kind of label. */
public interface LabelKind {

  /** Whether a component that has a head is of this kind. */
  boolean takes(Component label);

  /** Whether the type leaves open how many classes there are: {@code classes} says it. */
  default boolean needsClasses(ValueType type) {
    return false;
  }

  /** Whether the type leaves open how long the label is: {@code length} says it. */
  default boolean needsLength(ValueType type) {
    return false;
  }

  /** Whether the label has one length only, whatever its type: it is said nowhere. */
  default OptionalInt fixedLength() {
    return OptionalInt.empty();
  }

  /** The annotation that a feature must have for the label to run along it; mostly none. */
  default Optional<Along> along() {
    return Optional.empty();
  }

  /**
   * The kind, once its head says what it has to.
   *
   * @param components a component of the example by its name
   */
  Kind kind(Component label, Mark head, Function<String, Component> components);

  /** How generated code hands a label of a type over. */
  Writing writing(ValueType type);

  /** What is predicted. */
  Predicted predicted();

  /** The head's method in the runtime's {@code Heads}. */
  String head();

  /** The annotation of the loss unless another stands there. */
  default String defaultLoss() {
    return "CrossEntropy";
  }

  /** Whether what is predicted are probabilities, or classes by their probabilities. */
  default boolean predictsProbabilities() {
    return true;
  }

  /**
   * What a label runs along.
   *
   * @param features the annotations of features that it can run along
   * @param needed whether {@code along} has to be said
   */
  record Along(List<String> features, boolean needed) {}
}
