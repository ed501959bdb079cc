package dev.espalier.processor.check;

import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

/** {@code TowerSaidTwice}: both {@code hidden} and {@code tower}. */
final class TowerSaidTwice implements LabelCheck {
  @Override
  public void check(Label label, ModelDeclaration model, Report report) {
    Mark head = label.head();
    if (head.states("hidden") && head.type("tower").isPresent()) {
      boolean hiddenLast =
          head.statedMembers().indexOf("hidden") > head.statedMembers().indexOf("tower");
      report.add(
          Rule.TOWER_SAID_TWICE,
          head.origin(hiddenLast ? "hidden" : "tower"),
          "`hidden` and `tower` both say what lies between the trunk and `"
              + label.component().name()
              + "`.",
          "Keep one; `hidden` is a tower of one dense ReLU layer.");
    }
  }
}
