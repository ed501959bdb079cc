package dev.espalier.processor.check;

import dev.espalier.processor.feature.Feature;
import dev.espalier.processor.feature.Features;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

/** {@code FeatureType}: a feature of a type that its annotation does not take. */
final class FeatureType implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    for (Component component : model.components()) {
      Features.mark(component).ifPresent(mark -> check(component, mark, report));
    }
  }

  private static void check(Component component, Mark mark, Report report) {
    Feature feature = Features.of(mark.name()).orElseThrow();
    if (!feature.takes(component.type())) {
      report.add(
          Rule.FEATURE_TYPE,
          mark.origin(),
          mark + " takes " + feature.takesWords() + "; " + Wording.is(component) + ".",
          help(component));
    }
  }

  private static String help(Component component) {
    return Features.all().stream()
        .filter(other -> other.takes(component.type()))
        .findFirst()
        .map(other -> "Write @" + other.annotation() + ", which takes it.")
        .orElse(
            "Give the number or category that matters instead: of a date for instance the age.");
  }
}
