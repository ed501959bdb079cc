package dev.espalier.processor.check;

import dev.espalier.processor.feature.Features;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Near;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;
import java.util.Optional;

/** What {@code along} names: features that others run along. */
final class Along {
  private Along() {}

  /** Whether an annotation says that its component runs along another. */
  static boolean says(Mark mark) {
    return mark.has("along") && !mark.text("along").isEmpty();
  }

  /**
   * Whether a component is a feature that others can run along: a sequence of its own, a picture.
   */
  static boolean isLeader(Component component, List<String> annotations) {
    return Features.mark(component)
        .filter(mark -> annotations.contains(mark.name()) && !says(mark))
        .isPresent();
  }

  /** The feature that {@code along} names; reports a name that is none to run along. */
  static Optional<Component> named(
      Component component,
      Mark mark,
      List<String> annotations,
      ModelDeclaration model,
      Report report) {
    String name = mark.text("along");
    Optional<Component> found =
        model
            .component(name)
            .filter(each -> !each.name().equals(component.name()) && isLeader(each, annotations));
    if (found.isEmpty()) {
      report.add(
          Rule.UNKNOWN_ALONG,
          mark.origin("along"),
          sentence(component, name, annotations, model),
          Near.help(name, leaders(component, annotations, model), "feature to run along"));
    }
    return found;
  }

  private static String sentence(
      Component component, String name, List<String> annotations, ModelDeclaration model) {
    if (name.equals(component.name())) {
      return "`" + name + "` can't run along itself.";
    }
    Optional<String> leader =
        model
            .component(name)
            .flatMap(Features::mark)
            .filter(Along::says)
            .map(mark -> mark.text("along"));
    return leader
        .map(it -> "`" + name + "` runs along `" + it + "` itself.")
        .orElse(
            "`"
                + name
                + "` is no @"
                + String.join(" or @", annotations)
                + " feature to run along.");
  }

  /** The features that a component could run along. */
  static List<String> leaders(
      Component component, List<String> annotations, ModelDeclaration model) {
    return model.components().stream()
        .filter(each -> !each.name().equals(component.name()) && isLeader(each, annotations))
        .map(Component::name)
        .toList();
  }
}
