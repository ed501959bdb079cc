package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import java.util.List;

/** Asks rules about every label; one of a wrong type has its mistake already. */
final class EachLabel implements Check {
  private final List<LabelCheck> checks;

  EachLabel(LabelCheck... checks) {
    this.checks = List.of(checks);
  }

  @Override
  public void check(ModelDeclaration model, Report report) {
    for (Component component : model.labels()) {
      LabelCheck.Label.of(component, model)
          .ifPresent(label -> checks.forEach(each -> each.check(label, model, report)));
    }
  }
}
