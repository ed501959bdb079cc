package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

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
            "Write @Numeric, @Categorical or @TaskHead; or @Ignored, if it is not part of the"
                + " model.");
      }
    }
  }
}
