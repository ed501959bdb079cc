package dev.espalier.processor.task;

import dev.espalier.processor.read.ValueType;
import java.util.List;
import java.util.Optional;

/** All kinds of labels: the one place where a new one is registered. */
public final class LabelKinds {
  private static final List<LabelKind> ALL =
      List.of(new BinaryLabel(), new ClassLabel(), new LabelSet(), new NumberLabel());

  private LabelKinds() {}

  /** The kind of label that a type is, if it is one. */
  public static Optional<LabelKind> of(ValueType type) {
    return ALL.stream().filter(kind -> kind.takes(type)).findFirst();
  }
}
