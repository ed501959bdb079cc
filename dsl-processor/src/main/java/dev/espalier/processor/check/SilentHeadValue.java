package dev.espalier.processor.check;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

/** {@code Misplaced} values of heads: settings that say nothing for this kind of task. */
final class SilentHeadValue implements LabelCheck {
  @Override
  public void check(Label label, ModelDeclaration model, Report report) {
    if (label.head().states("standardize")
        && label.kind().filter(kind -> !(kind instanceof Kind.Regression)).isPresent()) {
      report.add(
          Rule.MISPLACED,
          label.head().origin("standardize"),
          "`standardize` is for regression; `"
              + label.component().name()
              + "` is "
              + label.kind().get().words()
              + ".",
          "Remove it.");
    }
  }
}
