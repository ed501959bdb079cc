package dev.espalier.processor.task;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ValueType;

/** The room of one kind of label. */
public interface LabelKind {

  /** Whether a label of this type is of this kind. */
  boolean takes(ValueType type);

  /** Whether the type leaves open how many classes there are: {@code classes} says it. */
  default boolean needsClasses(ValueType type) {
    return false;
  }

  /** Whether the type leaves open how long the label is: {@code length} says it. */
  default boolean needsLength(ValueType type) {
    return false;
  }

  /** The kind, once its head says what it has to. */
  Kind kind(Component label, Mark head);

  /** The head's method in the runtime's {@code Heads}. */
  String head();

  /** The annotation of the loss unless another stands there. */
  String defaultLoss();
}
