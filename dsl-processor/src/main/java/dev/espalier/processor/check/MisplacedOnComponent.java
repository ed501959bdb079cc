package dev.espalier.processor.check;

import dev.espalier.processor.augmentation.Augmentation;
import dev.espalier.processor.augmentation.Augmentations;
import dev.espalier.processor.feature.Features;
import dev.espalier.processor.layer.Layers;
import dev.espalier.processor.plan.Modifiers;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.Optional;

/** {@code Misplaced} on components: annotations that say nothing there. */
final class MisplacedOnComponent implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    for (Component component : model.components()) {
      if (Says.roles(component).size() < 2 && component.getter().isPresent()) {
        check(component, report);
      }
    }
  }

  /** Of several annotations that lack the same @TaskHead the first is told. */
  private static void check(Component component, Report report) {
    Optional<Mark> first =
        component.marks().stream()
            .filter(mark -> Says.ofTask(mark) && !component.has("TaskHead"))
            .findFirst();
    for (Mark mark : component.marks()) {
      boolean follows = Says.ofTask(mark) || Says.modifier(mark);
      if (first.isEmpty() || first.get() == mark || !follows) {
        check(component, mark, report);
      }
    }
  }

  private static void check(Component component, Mark mark, Report report) {
    if (Layers.of(mark.name()).isPresent()) {
      report.add(
          Rule.MISPLACED,
          mark.origin(),
          mark + " is a layer; on a component it says nothing.",
          "Layers are methods of a network: @TaskHead(tower = ...), or network = ... on the type.");
    } else if (Says.ofTask(mark) && !component.has("TaskHead")) {
      report.add(
          Rule.MISPLACED,
          mark.origin(),
          mark + " says something of a task, and `" + component.name() + "` is none.",
          "Add @TaskHead if it is a label, or remove " + mark + ".");
    } else if (Says.modifier(mark)) {
      checkModifier(component, mark, report);
    } else {
      Augmentations.of(mark.name())
          .filter(augmentation -> !component.has(augmentation.feature()))
          .ifPresent(augmentation -> misplaced(component, mark, augmentation, report));
    }
  }

  private static void misplaced(
      Component component, Mark mark, Augmentation augmentation, Report report) {
    report.add(
        Rule.MISPLACED,
        mark.origin(),
        mark
            + " changes what an @"
            + augmentation.feature()
            + " feature is in training; `"
            + component.name()
            + "` is none.",
        "Move it to such a feature: what runs along it follows.");
  }

  private static void checkModifier(Component component, Mark mark, Report report) {
    boolean table = Features.withTable(component).isPresent();
    if (!table && !component.has("TaskHead")) {
      report.add(
          Rule.MISPLACED,
          mark.origin(),
          mark + " is about what is learnt, and nothing of `" + component.name() + "` is.",
          "It can stand on a task, on a @Categorical feature, on layers, networks and the model.");
    } else if (mark.states(Modifiers.partsMember(mark))
        && !mark.texts(Modifiers.partsMember(mark)).isEmpty()) {
      report.add(
          Rule.MISPLACED,
          mark.origin(Modifiers.partsMember(mark)),
          "Parts are named on the model; on `"
              + component.name()
              + "` "
              + mark
              + " holds for it alone.",
          "Move " + mark + " to the type, or name no parts.");
    }
  }
}
