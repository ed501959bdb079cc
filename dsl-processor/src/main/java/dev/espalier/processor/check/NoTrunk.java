package dev.espalier.processor.check;

import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.Sharings;
import java.util.List;

/** {@code NoTrunk}: a trunk that is said neither by units nor by a network, or by both. */
final class NoTrunk implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    Sharings.marks(model).stream()
        .findFirst()
        .filter(mark -> !mark.isBroken())
        .ifPresent(mark -> check(model, mark, report));
  }

  private static void check(ModelDeclaration model, Mark sharing, Report report) {
    String member = Sharings.of(sharing.name()).orElseThrow().units();
    boolean units = !sharing.integers(member).isEmpty();
    List<Mark> networks = sharing.each("network");
    boolean network = networks.stream().anyMatch(each -> each.type("network").isPresent());
    if (units && network) {
      report.add(
          Rule.NO_TRUNK,
          sharing.origin(second(sharing, member)),
          "Units and a network both say what the trunk is.",
          "Keep the units, or `network`.");
    } else if (!units
        && (networks.isEmpty() || !sharing.states("network"))
        && model.mark("ModelOf").isEmpty()) {
      report.add(
          Rule.NO_TRUNK,
          sharing.origin(),
          sharing + " says nothing of the trunk.",
          "Say its layers' units, as in "
              + sharing
              + (member.equals("value") ? "({256, 128})" : "(" + member + " = {32, 16})")
              + ", or network = ...");
    }
  }

  private static String second(Mark sharing, String units) {
    return sharing.statedMembers().indexOf("network") > sharing.statedMembers().indexOf(units)
        ? "network"
        : units;
  }
}
