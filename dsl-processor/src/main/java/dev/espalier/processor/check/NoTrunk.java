package dev.espalier.processor.check;

import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.Sharings;

/** {@code NoTrunk}: a trunk that is said neither by units nor by a network, or by both. */
final class NoTrunk implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    Sharings.marks(model).stream()
        .findFirst()
        .filter(mark -> mark.has("value") && mark.has("network"))
        .ifPresent(mark -> check(model, mark, report));
  }

  private static void check(ModelDeclaration model, Mark sharing, Report report) {
    boolean units = !sharing.integers("value").isEmpty();
    boolean network = sharing.type("network").isPresent();
    if (units && network) {
      report.add(
          Rule.NO_TRUNK,
          sharing.origin(second(sharing)),
          "Units and a network both say what the trunk is.",
          "Keep the units, or `network`.");
    } else if (!units && !sharing.states("network") && model.mark("ModelOf").isEmpty()) {
      report.add(
          Rule.NO_TRUNK,
          sharing.origin(),
          sharing + " says nothing of the trunk.",
          "Say its layers' units, as in " + sharing + "({256, 128}), or network = ...");
    }
  }

  private static String second(Mark sharing) {
    return sharing.statedMembers().indexOf("network") > sharing.statedMembers().indexOf("value")
        ? "network"
        : "value";
  }
}
