package dev.espalier.processor.check;

import dev.espalier.processor.feature.Features;
import dev.espalier.processor.loss.Losses;
import dev.espalier.processor.plan.Modifiers;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import java.util.List;
import java.util.Set;

/** What the annotations on a component say that it is. */
final class Says {
  private static final Set<String> COMPANIONS =
      Set.of("LossWeight", "Given", "NotAbove", "Resampled", "Box", "Ordinal");

  private Says() {}

  /** Whether an annotation makes a component something: a feature, a label, a weight, nothing. */
  static boolean role(Mark mark) {
    return Features.of(mark.name()).isPresent()
        || Set.of("TaskHead", "RowWeight", "Ignored").contains(mark.name());
  }

  /** The annotations that make a component something, in source order. */
  static List<Mark> roles(Component component) {
    return component.marks().stream().filter(Says::role).toList();
  }

  /** What a role is, in words: {@code a feature}. */
  static String words(Mark role) {
    return switch (role.name()) {
      case "TaskHead" -> "a label";
      case "RowWeight" -> "a weight of rows";
      case "Ignored" -> "ignored";
      default -> "a feature";
    };
  }

  /** Whether an annotation says something of a task only. */
  static boolean ofTask(Mark mark) {
    return COMPANIONS.contains(mark.name()) || Losses.of(mark.name()).isPresent();
  }

  /** Whether an annotation says how something is learnt. */
  static boolean modifier(Mark mark) {
    return Modifiers.NAMES.contains(mark.name());
  }
}
