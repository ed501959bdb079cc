package dev.espalier.processor.check;

import dev.espalier.processor.feature.Features;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.GeneratedNames;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import javax.lang.model.SourceVersion;

/** {@code ReservedName} of components: names that mean something else where they are used. */
final class ReservedName implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    for (Component component : model.components()) {
      String name = component.name();
      boolean sole = Features.in(model).stream().allMatch(component::equals);
      if (component.has("Ignored")
          || component.has("RowWeight")
          || Says.roles(component).isEmpty()) {
        continue;
      }
      if (name.equals("in") || name.equals("features") && !sole) {
        report.add(
            Rule.RESERVED_NAME,
            component.origin(),
            "A component can't be called `"
                + name
                + "`: inside networks that is "
                + meaning(name)
                + ".",
            "Rename it; @Column(\"" + name + "\") keeps its name in data.");
      } else if (GeneratedNames.isOfObjects(name)) {
        report.add(
            Rule.RESERVED_NAME,
            component.origin(),
            "A component can't be called `" + name + "`: every object has a method of that name.",
            "Rename it; @Column(\"" + name + "\") keeps its name in data.");
      } else if (!SourceVersion.isName(name)) {
        report.add(
            Rule.RESERVED_NAME,
            component.origin(),
            "A component can't be called `" + name + "`: that is a word of Java.",
            "Rename the getter; @Column(\"" + name + "\") keeps its name in data.");
      }
    }
  }

  /** What a reserved name means inside networks. */
  static String meaning(String name) {
    return switch (name) {
      case "in" -> "what flows in";
      case "features" -> "all features";
      default -> "the head's own projection";
    };
  }
}
