package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;

/** {@code Unsaid}: a component that says nothing of itself. */
final class Unsaid implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    for (Component component : model.components()) {
      boolean onlyColumn =
          component.marks().stream().allMatch(mark -> mark.name().equals("Column"));
      if (onlyColumn && component.getter().isPresent()) {
        report.add(
            Rule.UNSAID,
            component.origin(),
            "`" + component.name() + "` is neither feature nor label.",
            help(component));
      }
    }
  }

  private static String help(Component component) {
    List<String> roles = Roles.of(component);
    return roles.isEmpty()
        ? "Write @Ignored if it is not part of the model; "
            + Wording.a(component.type().shown())
            + " can be no feature and no label: give the number or category that matters instead."
        : "Write " + Roles.words(roles) + "; or @Ignored, if it is not part of the model.";
  }
}
