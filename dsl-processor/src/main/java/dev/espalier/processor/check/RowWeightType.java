package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import javax.lang.model.type.TypeKind;

/** {@code FeatureType} of weights: a {@code @RowWeight} that is no plain number. */
final class RowWeightType implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    for (Component component : model.components()) {
      TypeKind kind = component.type().mirror().getKind();
      if (kind != TypeKind.FLOAT && kind != TypeKind.DOUBLE) {
        component
            .mark("RowWeight")
            .ifPresent(
                mark ->
                    report.add(
                        Rule.FEATURE_TYPE,
                        mark.origin(),
                        "@RowWeight takes float or double; " + Wording.is(component) + ".",
                        "Make it a float; 1 is an ordinary row."));
      }
    }
  }
}
