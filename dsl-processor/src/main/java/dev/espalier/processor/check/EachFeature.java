package dev.espalier.processor.check;

import dev.espalier.processor.feature.Features;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import java.util.List;

/** Asks rules about every feature; one of a wrong type has its mistake already. */
final class EachFeature implements Check {
  private final List<FeatureCheck> checks;

  EachFeature(FeatureCheck... checks) {
    this.checks = List.of(checks);
  }

  @Override
  public void check(ModelDeclaration model, Report report) {
    for (Component component : model.components()) {
      Features.mark(component)
          .filter(mark -> Features.of(mark.name()).orElseThrow().takes(component.type()))
          .ifPresent(mark -> checks.forEach(each -> each.check(component, mark, model, report)));
    }
  }
}
