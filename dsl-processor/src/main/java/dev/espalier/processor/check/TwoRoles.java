package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;

/** {@code TwoRoles}: a component that is two things at once. */
final class TwoRoles implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    for (Component component : model.components()) {
      List<Mark> roles = Says.roles(component);
      if (roles.size() > 1 && !roles.get(0).name().equals(roles.get(1).name())) {
        check(component, roles.get(0), roles.get(1), report);
      }
    }
  }

  private static void check(Component component, Mark first, Mark second, Report report) {
    String one = Says.words(first);
    String other = Says.words(second);
    report.add(
        Rule.TWO_ROLES,
        second.origin(),
        "`"
            + component.name()
            + "` is "
            + (one.equals(other)
                ? "two features at once: "
                : "both " + one + " and " + other + ", by ")
            + first
            + " and "
            + second
            + ".",
        first.name().equals("TaskHead") || second.name().equals("TaskHead")
            ? "A label may not enter the network; keep one of the two."
            : "Keep one of the two.");
  }
}
