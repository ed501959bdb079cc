package dev.espalier.processor.check;

import dev.espalier.processor.feature.Feature;
import dev.espalier.processor.feature.Features;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.ArrayType;

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
          help(feature, component));
    } else {
      component
          .type()
          .constants()
          .filter(type -> type.constants().isEmpty())
          .ifPresent(
              type ->
                  report.add(
                      Rule.FEATURE_TYPE,
                      mark.origin(),
                      "`"
                          + type.element().getSimpleName()
                          + "` has no constants, so there is no category that `"
                          + component.name()
                          + "` could be.",
                      "Add its constants, or write @Ignored."));
    }
  }

  /** What the annotation itself is near to comes first; then one that takes the type. */
  private static String help(Feature marked, Component component) {
    Optional<String> nearest = marked.nearest(component.type());
    if (nearest.isPresent()) {
      return nearest.get();
    }
    List<String> others = Roles.features(component.type());
    Optional<String> other =
        others.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Roles.words(others)
                    + (others.size() == 1 ? ", which takes it." : ", which take it."));
    if (component.type().mirror() instanceof ArrayType && component.type().form() != Form.FLOATS) {
      return "Make it a float[] if it holds numbers"
          + other.map(it -> "; else write " + it).orElse(".");
    }
    return other
        .map(it -> "Write " + it)
        .orElse(
            "Give the number or category that matters instead: of a date for instance the age.");
  }
}
