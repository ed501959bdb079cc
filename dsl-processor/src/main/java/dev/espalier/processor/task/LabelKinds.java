package dev.espalier.processor.task;

import dev.espalier.processor.read.Component;
import java.util.List;
import java.util.Optional;

/**
 * All kinds of labels: the one place where a new one is registered, the first that takes a label
 * being its kind.
 */
public final class LabelKinds {
  private static final List<LabelKind> ALL =
      List.of(
          new BinaryLabel(),
          ClassLabel.ordinal(),
          ClassLabel.unordered(),
          LabelSet.ofConstants(),
          LabelSet.ofFlags(),
          new BoxLabel(),
          NumberLabel.one(),
          NumberLabel.several(),
          new PositionLabel());

  private LabelKinds() {}

  /** The kind that a label is, if it is one. */
  public static Optional<LabelKind> of(Component label) {
    return ALL.stream().filter(kind -> kind.takes(label)).findFirst();
  }
}
